package eu.mieux.expert.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.inbox.Inbox;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.expert.Activities;
import eu.mieux.expert.Activities.Announced;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What tests of deployments ask for again and again: Activities that this service knows of, and the calls of the API. */
final class DeploymentCalls {

    private static final AtomicInteger ACTION = new AtomicInteger(10);

    private DeploymentCalls() {}

    static Announced known(Inbox inbox, String modality, String startsOn, String endsOn) throws InterruptedException {
        Announced activity = Activities.planned(nextAction(), 1, modality, startsOn, endsOn);
        Activities.announce(activity, 1);
        assertThat(inbox.awaitCaughtUp(Duration.ofMinutes(2))).isTrue();
        return activity;
    }

    static void news(Inbox inbox, Announced activity) throws InterruptedException {
        Activities.announce(activity, 2);
        assertThat(inbox.awaitCaughtUp(Duration.ofMinutes(2))).isTrue();
    }

    static String nextAction() {
        return "2031-" + ACTION.incrementAndGet();
    }

    static ValidatableResponse propose(String expert, Announced activity, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(
                Map.of("expertKey", expert, "actionCode", activity.actionCode(), "activityNumber", activity.number()));
        body.putAll(more);
        return post(Tokens.of("emm"), "/api/v1/deployments", body);
    }

    static String proposed(String expert, Announced activity) {
        return propose(expert, activity, Map.of()).statusCode(201).extract().path("id");
    }

    static ValidatableResponse act(Tokens by, String id, String act) {
        return by.request()
                .noContentType()
                .post("/api/v1/deployments/" + id + "/" + act)
                .then();
    }

    static ValidatableResponse cancel(String id, String reason) {
        return post(Tokens.of("emm"), "/api/v1/deployments/" + id + "/cancellation", Map.of("reason", reason));
    }

    static ValidatableResponse replace(String id, String expert) {
        return post(Tokens.of("emm"), "/api/v1/deployments/" + id + "/replacement", Map.of("expertKey", expert));
    }

    static ValidatableResponse post(Tokens by, String path, Map<String, Object> body) {
        return by.request().contentType(ContentType.JSON).body(body).post(path).then();
    }

    static ValidatableResponse amend(String id, String ifMatch, Map<String, Object> terms) {
        return Tokens.as("emm")
                .contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body(terms)
                .put("/api/v1/deployments/" + id)
                .then();
    }

    static ValidatableResponse list(String query) {
        return Tokens.as("emm").get("/api/v1/deployments?" + query).then();
    }
}
