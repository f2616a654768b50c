package eu.mieux.expert.deployment;

import static eu.mieux.expert.deployment.DeploymentCalls.act;
import static eu.mieux.expert.deployment.DeploymentCalls.amend;
import static eu.mieux.expert.deployment.DeploymentCalls.cancel;
import static eu.mieux.expert.deployment.DeploymentCalls.known;
import static eu.mieux.expert.deployment.DeploymentCalls.list;
import static eu.mieux.expert.deployment.DeploymentCalls.post;
import static eu.mieux.expert.deployment.DeploymentCalls.propose;
import static eu.mieux.expert.deployment.DeploymentCalls.proposed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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
import eu.mieux.expert.Activities.Announced;
import eu.mieux.expert.Roster;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class DeploymentTest {

    @Inject
    Inbox inbox;

    @Test
    void an_expert_is_proposed_invited_accepts_and_completes_her_work() throws Exception {
        Announced activity = known(inbox, "ON_SITE", "2031-03-10", "2031-03-14");
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
        String id = proposed(Roster.registered(), known(inbox, "REMOTE", null, null));
        act(Tokens.of("emm"), id, "acceptance")
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:illegal-deployment-step"))
                .body("detail", containsString("INVITED"));
    }

    @Test
    void the_category_of_a_deployment_is_the_one_it_was_made_under() throws Exception {
        String expert = Roster.registered(Map.of("category", "OTHER", "background", "PRIVATE"));
        String id = proposed(expert, known(inbox, "REMOTE", null, null));
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
    void an_expert_answers_her_own_invitations_only() throws Exception {
        String expert = Roster.registered();
        String id = proposed(expert, known(inbox, "REMOTE", null, null));
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
        String id = proposed(Roster.registered(), known(inbox, "REMOTE", null, null));
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
        String id = proposed(Roster.registered(), known(inbox, "ON_SITE", "2031-10-01", "2031-10-05"));
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
        Announced activity = known(inbox, "REMOTE", null, null);
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
        Announced activity = known(inbox, "REMOTE", null, null);
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
        list("status=LOST").statusCode(422);
        list("cursor=AAAA").statusCode(400);
    }
}
