package eu.mieux.expert.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.inbox.Inbox;
import eu.mieux.chassis.testing.Contracts;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.expert.Activities;
import eu.mieux.expert.Activities.Announced;
import eu.mieux.expert.Roster;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class DeploymentTest {

    private static final AtomicInteger ACTION = new AtomicInteger(10);

    @Inject
    Inbox inbox;

    @Test
    void an_expert_is_proposed_invited_accepts_and_completes_her_work() throws Exception {
        Announced activity = known("ON_SITE", "2031-03-10", "2031-03-14");
        String expert = Roster.registered(Map.of("category", "OTHER", "background", "ACADEMIA"));
        String id = proposed(expert, activity);
        act(Tokens.of("emm"), id, "invitation").statusCode(200).body("status", equalTo("INVITED"));
        act(Roster.herself(expert), id, "acceptance").statusCode(200).body("status", equalTo("ACCEPTED"));
        act(Tokens.of("emm"), id, "contract").statusCode(200).body("status", equalTo("CONTRACTED"));
        act(Tokens.of("emm"), id, "start").statusCode(200).body("status", equalTo("DEPLOYED"));
        act(Tokens.of("emm"), id, "completion")
                .statusCode(200)
                .header("ETag", equalTo("\"6\""))
                .body("status", equalTo("COMPLETED"))
                .body("startsOn", equalTo("2031-03-10"))
                .body("endsOn", equalTo("2031-03-14"))
                .body("background", equalTo("ACADEMIA"));
        List<Stream.Published> events = await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> Stream.published("mieux.deployment").stream()
                                .filter(e -> e.key().equals(id))
                                .toList(),
                        hasSize(6));
        assertThat(events)
                .extracting(Stream.Published::type)
                .containsExactly(
                        "eu.mieux.deployment-proposed",
                        "eu.mieux.deployment-invited",
                        "eu.mieux.deployment-accepted",
                        "eu.mieux.deployment-contracted",
                        "eu.mieux.deployment-started",
                        "eu.mieux.deployment-completed");
        for (Stream.Published event : events) {
            Contracts.assertKept("deployment", event.value());
        }
    }

    @Test
    void a_step_that_is_not_next_is_refused_and_says_what_is() throws Exception {
        String id = proposed(Roster.registered(), known("REMOTE", null, null));
        act(Tokens.of("emm"), id, "acceptance")
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:illegal-deployment-step"))
                .body("detail", containsString("INVITED"));
    }

    @Test
    void the_category_of_a_deployment_is_the_one_it_was_made_under() throws Exception {
        String expert = Roster.registered(Map.of("category", "OTHER", "background", "PRIVATE"));
        String id = proposed(expert, known("REMOTE", null, null));
        Tokens.as("emm")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body(Map.of("category", "ICMPD"))
                .put("/api/v1/experts/" + expert)
                .then()
                .statusCode(200);
        act(Tokens.of("emm"), id, "invitation")
                .body("category", equalTo("OTHER"))
                .body("background", equalTo("PRIVATE"));
    }

    @Test
    void nobody_is_on_site_at_two_activities_on_one_day() throws Exception {
        String expert = Roster.registered();
        Announced first = known("ON_SITE", "2031-05-05", "2031-05-09");
        String other = proposed(expert, first);
        Announced touching = known("ON_SITE", "2031-05-09", "2031-05-12");
        propose(expert, touching, Map.of())
                .statusCode(422)
                .body("type", equalTo("urn:mieux:problem:overlapping-deployment"))
                .body("detail", allOf(containsString(other), containsString(first.actionCode())));
        propose(expert, touching, Map.of("startsOn", "2031-05-10")).statusCode(201);
        propose(expert, known("REMOTE", "2031-05-05", "2031-05-09"), Map.of()).statusCode(201);
        propose(Roster.registered(), touching, Map.of()).statusCode(201);
        Announced within = known("ON_SITE", "2031-05-06", "2031-05-07");
        propose(expert, within, Map.of()).statusCode(422);
        cancel(other, "The partner postponed.").statusCode(200);
        propose(expert, within, Map.of()).statusCode(201);
    }

    @Test
    void an_activity_called_on_site_later_is_noticed_at_acceptance() throws Exception {
        String expert = Roster.registered();
        proposed(expert, known("ON_SITE", "2031-06-02", "2031-06-06"));
        Announced remote = known("REMOTE", "2031-06-04", "2031-06-05");
        String id = proposed(expert, remote);
        act(Tokens.of("emm"), id, "invitation").statusCode(200);
        news(remote.but("CONFIRMED", "ON_SITE"));
        act(Tokens.of("emm"), id, "acceptance").statusCode(422);
        Tokens.as("emm").get("/api/v1/deployments/" + id).then().body("status", equalTo("INVITED"));
    }

    @Test
    void of_twenty_overlapping_proposals_at_once_one_is_made() throws Exception {
        String expert = Roster.registered();
        List<Announced> activities = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            activities.add(Activities.planned(nextAction(), 1, "ON_SITE", "2031-07-01", "2031-07-03"));
        }
        activities.forEach(a -> Activities.announce(a, 1));
        assertThat(inbox.awaitCaughtUp(Duration.ofMinutes(2))).isTrue();
        try (ExecutorService twenty = Executors.newFixedThreadPool(20)) {
            List<Callable<Integer>> proposals = activities.stream()
                    .<Callable<Integer>>map(
                            a -> () -> propose(expert, a, Map.of()).extract().statusCode())
                    .toList();
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : twenty.invokeAll(proposals)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsOnly(201, 422);
            assertThat(answers).containsOnlyOnce(201);
        }
    }

    @Test
    void nobody_is_proposed_for_a_cancelled_or_unknown_activity() throws Exception {
        Announced activity = known("ON_SITE", "2031-08-01", "2031-08-02");
        String expert = Roster.registered();
        String before = proposed(expert, activity);
        news(activity.but("CANCELLED", "ON_SITE"));
        propose(Roster.registered(), activity, Map.of())
                .statusCode(422)
                .body("type", equalTo("urn:mieux:problem:activity-cancelled"));
        act(Tokens.of("emm"), before, "invitation").statusCode(200);
        act(Tokens.of("emm"), before, "acceptance").statusCode(422);
        propose("expert-nobody", Activities.planned("1999-01", 1, "REMOTE", null, null), Map.of("role", "DRIVER"))
                .statusCode(422)
                .body("errors.pointer", contains("/expertKey", "/activityNumber", "/role"));
    }

    @Test
    void the_same_expert_is_proposed_once_for_an_activity() throws Exception {
        Announced activity = known("REMOTE", null, null);
        String expert = Roster.registered();
        String id = proposed(expert, activity);
        propose(expert, activity, Map.of()).statusCode(409).body("detail", containsString(id));
    }

    @Test
    void whoever_declines_is_replaced_once_by_another_on_the_same_terms() throws Exception {
        Announced activity = known("ON_SITE", "2031-09-01", "2031-09-05");
        String expert = Roster.registered();
        String id = propose(expert, activity, Map.of("role", "TRAINER", "days", 3))
                .statusCode(201)
                .extract()
                .path("id");
        replace(id, Roster.registered()).statusCode(409).body("detail", containsString("PROPOSED"));
        act(Tokens.of("emm"), id, "invitation");
        Roster.herself(expert)
                .request()
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "On leave."))
                .post("/api/v1/deployments/" + id + "/declination")
                .then()
                .statusCode(200)
                .body("status", equalTo("DECLINED"))
                .body("reason", equalTo("On leave."));
        String other = Roster.registered(Map.of("category", "ICMPD"));
        replace(id, expert).statusCode(409);
        replace(id, "expert-nobody").statusCode(422);
        replace(id, other)
                .statusCode(201)
                .body("expertKey", equalTo(other))
                .body("category", equalTo("ICMPD"))
                .body("status", equalTo("PROPOSED"))
                .body("role", equalTo("TRAINER"))
                .body("days", equalTo(3))
                .body("replaces", equalTo(id));
        replace(id, Roster.registered()).statusCode(409).body("detail", containsString(other));
    }

    @Test
    void an_expert_answers_her_own_invitations_only() throws Exception {
        String expert = Roster.registered();
        String id = proposed(expert, known("REMOTE", null, null));
        act(Tokens.of("emm"), id, "invitation");
        act(Roster.herself(Roster.registered()), id, "acceptance").statusCode(404);
        act(Tokens.of("expert"), id, "acceptance").statusCode(404);
        act(Tokens.of("officer"), id, "acceptance").statusCode(403);
        act(Roster.herself(expert), id, "contract").statusCode(403);
        post(Roster.herself(expert), "/api/v1/deployments/" + id + "/declination", Map.of())
                .statusCode(200)
                .body("reason", nullValue());
        Roster.herself(expert)
                .request()
                .get("/api/v1/deployments")
                .then()
                .statusCode(200)
                .body("items.id", contains(id));
    }

    @Test
    void an_invitation_may_be_declined_without_a_body() throws Exception {
        String id = proposed(Roster.registered(), known("REMOTE", null, null));
        act(Tokens.of("emm"), id, "invitation").statusCode(200);
        // REST Assured gives an empty POST a form's media type; other clients send none.
        HttpRequest bare = HttpRequest.newBuilder(URI.create(
                        "http://localhost:%d/api/v1/deployments/%s/declination".formatted(RestAssured.port, id)))
                .header("Authorization", "Bearer " + Tokens.of("emm").token())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(bare, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void terms_change_while_the_deployment_is_open() throws Exception {
        String id = proposed(Roster.registered(), known("ON_SITE", "2031-10-01", "2031-10-05"));
        amend(id, "\"1\"", Map.of("role", "LEAD_EXPERT", "startsOn", "2031-11-01", "endsOn", "2031-11-04", "days", 4))
                .statusCode(200)
                .body("startsOn", equalTo("2031-11-01"))
                .body("days", equalTo(4));
        amend(id, "\"2\"", Map.of("endsOn", "2031-09-30")).statusCode(422).body("errors.pointer", contains("/endsOn"));
        amend(id, "\"1\"", Map.of()).statusCode(412);
        cancel(id, " ").statusCode(422);
        cancel(id, "No visa.").statusCode(200).body("reason", equalTo("No visa."));
        amend(id, "\"3\"", Map.of()).statusCode(409);
    }

    @Test
    void deployments_are_listed_newest_first_and_narrowed() throws Exception {
        Announced activity = known("REMOTE", null, null);
        String first = proposed(Roster.registered(), activity);
        String second = proposed(Roster.registered(), activity);
        list("action=" + activity.actionCode()).body("items.id", contains(second, first));
        list("action=" + activity.actionCode() + "&limit=1")
                .body("items.id", contains(second))
                .header("Link", containsString("rel=\"next\""));
        list("action=" + activity.actionCode() + "&activity=1&status=PROPOSED").body("items", hasSize(2));
        list("action=" + activity.actionCode() + "&status=DECLINED").body("items", empty());
    }

    @Test
    void bad_input_is_told_what_is_wrong_with_it() throws Exception {
        Announced activity = known("REMOTE", null, null);
        String expert = Roster.registered();
        propose(expert, activity, Map.of("startsOn", "1812-01-01", "endsOn", "9999-01-01"))
                .statusCode(422)
                .body("errors.pointer", contains("/startsOn", "/endsOn"));
        propose(expert, activity, Map.of("days", -1)).statusCode(422).body("errors.pointer", hasItem("/days"));
        propose(expert, activity, Map.of("days", 99999999999L)).statusCode(400);
        propose(expert, activity, Map.of("activityNumber", "one")).statusCode(400);
        propose(expert, activity, Map.of("activityNumber", -5)).statusCode(422);
        propose("", activity, Map.of()).statusCode(422);
        act(Tokens.of("emm"), "no-id", "invitation").statusCode(404);
        list("activity=x").statusCode(400);
        list("status=LOST").statusCode(400);
        list("cursor=AAAA").statusCode(400);
    }

    private Announced known(String modality, String startsOn, String endsOn) throws InterruptedException {
        Announced activity = Activities.planned(nextAction(), 1, modality, startsOn, endsOn);
        Activities.announce(activity, 1);
        assertThat(inbox.awaitCaughtUp(Duration.ofMinutes(2))).isTrue();
        return activity;
    }

    private void news(Announced activity) throws InterruptedException {
        Activities.announce(activity, 2);
        assertThat(inbox.awaitCaughtUp(Duration.ofMinutes(2))).isTrue();
    }

    private static String nextAction() {
        return "2031-" + ACTION.incrementAndGet();
    }

    private static ValidatableResponse propose(String expert, Announced activity, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(
                Map.of("expertKey", expert, "actionCode", activity.actionCode(), "activityNumber", activity.number()));
        body.putAll(more);
        return post(Tokens.of("emm"), "/api/v1/deployments", body);
    }

    private static String proposed(String expert, Announced activity) {
        return propose(expert, activity, Map.of()).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse act(Tokens by, String id, String act) {
        return by.request()
                .noContentType()
                .post("/api/v1/deployments/" + id + "/" + act)
                .then();
    }

    private static ValidatableResponse cancel(String id, String reason) {
        return post(Tokens.of("emm"), "/api/v1/deployments/" + id + "/cancellation", Map.of("reason", reason));
    }

    private static ValidatableResponse replace(String id, String expert) {
        return post(Tokens.of("emm"), "/api/v1/deployments/" + id + "/replacement", Map.of("expertKey", expert));
    }

    private static ValidatableResponse post(Tokens by, String path, Map<String, Object> body) {
        return by.request().contentType(ContentType.JSON).body(body).post(path).then();
    }

    private static ValidatableResponse amend(String id, String ifMatch, Map<String, Object> terms) {
        return Tokens.as("emm")
                .contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body(terms)
                .put("/api/v1/deployments/" + id)
                .then();
    }

    private static ValidatableResponse list(String query) {
        return Tokens.as("officer").get("/api/v1/deployments?" + query).then();
    }
}
