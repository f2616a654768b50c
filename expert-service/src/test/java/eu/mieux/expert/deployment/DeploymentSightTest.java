package eu.mieux.expert.deployment;

import static eu.mieux.expert.deployment.DeploymentCalls.known;
import static eu.mieux.expert.deployment.DeploymentCalls.proposed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import eu.mieux.chassis.inbox.Inbox;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.expert.Activities.Announced;
import eu.mieux.expert.Roster;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class DeploymentSightTest {

    @Inject
    Inbox inbox;

    @Test
    void an_officer_sees_the_deployments_of_her_regions_and_no_others() throws Exception {
        Announced activity = known(inbox, "REMOTE", null, null);
        String id = proposed(Roster.registered(), activity);
        String of = "?action=" + activity.actionCode();
        announceAction(activity.actionCode(), "AFRICA_WEST");
        officer("/" + id, "ASIA", "AFRICA_WEST").statusCode(200);
        officer(of, "AFRICA_WEST").statusCode(200).body("items.id", contains(id));
        officer("/" + id, "ASIA").statusCode(404);
        officer(of, "ASIA").statusCode(200).body("items", empty());
        officer("/" + id).statusCode(404);
    }

    @Test
    void whose_deployment_was_read_stands_in_the_audit_trail() throws Exception {
        Announced activity = known(inbox, "REMOTE", null, null);
        String expert = Roster.registered();
        String id = proposed(expert, activity);
        announceAction(activity.actionCode(), "AFRICA_WEST");
        assertThat(readersOf(expert)).isEmpty();
        officer("/" + id, "AFRICA_WEST").statusCode(200);
        assertThat(readersOf(expert)).containsExactly("officer-1");
        officer("?action=" + activity.actionCode(), "AFRICA_WEST").statusCode(200);
        assertThat(readersOf(expert)).containsExactly("officer-1", "officer-1");
    }

    private static List<String> readersOf(String expert) {
        return Tokens.as("auditor")
                .queryParam("kind", "READ")
                .queryParam("recordType", "expert")
                .queryParam("recordKey", expert)
                .get("/api/v1/services/expert/audit-trail")
                .then()
                .statusCode(200)
                .extract()
                .path("items.actor");
    }

    @Test
    void an_officer_proposes_for_the_activities_of_her_regions_and_for_no_others() throws Exception {
        Announced activity = known(inbox, "REMOTE", null, null);
        announceAction(activity.actionCode(), "AFRICA_WEST");
        proposes(activity, "ASIA")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/activityNumber"))
                .body("errors[0].detail", containsString("in your sight"));
        proposes(activity, "AFRICA_WEST").statusCode(201);
    }

    @Test
    void of_an_action_that_is_not_known_yet_nobody_is_the_officer() throws Exception {
        Announced activity = known(inbox, "REMOTE", null, null);
        officer("/" + proposed(Roster.registered(), activity), "AFRICA_WEST").statusCode(404);
    }

    private void announceAction(String code, String region) throws InterruptedException {
        Stream.publish("action", UUID.randomUUID(), 1, "action-prepared", """
                {"code":"%s","region":"%s"}""".formatted(code, region));
        assertThat(inbox.awaitCaughtUp(Duration.ofMinutes(2))).isTrue();
    }

    private static ValidatableResponse proposes(Announced activity, String region) {
        return Tokens.of("officer")
                .claim("regions", List.of(region))
                .request()
                .contentType("application/json")
                .body("""
                        {"expertKey":"%s","actionCode":"%s","activityNumber":%d}""".formatted(Roster.registered(), activity.actionCode(), activity.number()))
                .post("/api/v1/deployments")
                .then();
    }

    private static ValidatableResponse officer(String tail, String... regions) {
        return Tokens.of("officer")
                .claim("regions", List.of(regions))
                .request()
                .get("/api/v1/deployments" + tail)
                .then();
    }
}
