package eu.mieux.expert.deployment;

import static eu.mieux.expert.deployment.DeploymentCalls.act;
import static eu.mieux.expert.deployment.DeploymentCalls.cancel;
import static eu.mieux.expert.deployment.DeploymentCalls.known;
import static eu.mieux.expert.deployment.DeploymentCalls.news;
import static eu.mieux.expert.deployment.DeploymentCalls.nextAction;
import static eu.mieux.expert.deployment.DeploymentCalls.propose;
import static eu.mieux.expert.deployment.DeploymentCalls.proposed;
import static eu.mieux.expert.deployment.DeploymentCalls.replace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import eu.mieux.chassis.inbox.Inbox;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.expert.Activities;
import eu.mieux.expert.Activities.Announced;
import eu.mieux.expert.Roster;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class DeploymentProposalTest {

    @Inject
    Inbox inbox;

    @Test
    void nobody_is_on_site_at_two_activities_on_one_day() throws Exception {
        String expert = Roster.registered();
        Announced first = known(inbox, "ON_SITE", "2031-05-05", "2031-05-09");
        String other = proposed(expert, first);
        Announced touching = known(inbox, "ON_SITE", "2031-05-09", "2031-05-12");
        propose(expert, touching, Map.of())
                .statusCode(422)
                .body("type", equalTo("urn:mieux:problem:overlapping-deployment"))
                .body("detail", allOf(containsString(other), containsString(first.actionCode())));
        propose(expert, touching, Map.of("startsOn", "2031-05-10")).statusCode(201);
        propose(expert, known(inbox, "REMOTE", "2031-05-05", "2031-05-09"), Map.of())
                .statusCode(201);
        propose(Roster.registered(), touching, Map.of()).statusCode(201);
        Announced within = known(inbox, "ON_SITE", "2031-05-06", "2031-05-07");
        propose(expert, within, Map.of()).statusCode(422);
        cancel(other, "The partner postponed.").statusCode(200);
        propose(expert, within, Map.of()).statusCode(201);
    }

    @Test
    void an_activity_called_on_site_later_is_noticed_at_acceptance() throws Exception {
        String expert = Roster.registered();
        proposed(expert, known(inbox, "ON_SITE", "2031-06-02", "2031-06-06"));
        Announced remote = known(inbox, "REMOTE", "2031-06-04", "2031-06-05");
        String id = proposed(expert, remote);
        act(Tokens.of("emm"), id, "invitation").statusCode(200);
        news(inbox, remote.but("CONFIRMED", "ON_SITE"));
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
        Announced activity = known(inbox, "ON_SITE", "2031-08-01", "2031-08-02");
        String expert = Roster.registered();
        String before = proposed(expert, activity);
        news(inbox, activity.but("CANCELLED", "ON_SITE"));
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
        Announced activity = known(inbox, "REMOTE", null, null);
        String expert = Roster.registered();
        String id = proposed(expert, activity);
        propose(expert, activity, Map.of()).statusCode(409).body("detail", containsString(id));
    }

    @Test
    void whoever_declines_is_replaced_once_by_another_on_the_same_terms() throws Exception {
        Announced activity = known(inbox, "ON_SITE", "2031-09-01", "2031-09-05");
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
}
