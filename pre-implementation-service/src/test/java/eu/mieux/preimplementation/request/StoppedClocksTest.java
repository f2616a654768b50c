package eu.mieux.preimplementation.request;

import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.Csv;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Clocks that stop: of Actions that run, are over or are cancelled. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class StoppedClocksTest {

    @Test
    void an_action_that_runs_or_is_over_or_cancelled_is_waited_for_no_more_though_nobody_knows_its_day_of_launch() {
        List<String> stopping = List.of("ONGOING", "COMPLETED", "CANCELLED");
        List<String> waiting = List.of("PREPARATION", "ON_HOLD");
        String header = Csv.exported("requests").lines().findFirst().orElseThrow();
        Given.authority("PY");
        Map<String, String> requests = new HashMap<>();
        List<String> statuses = new ArrayList<>(stopping);
        statuses.addAll(waiting);
        for (String status : statuses) {
            String reference = "1935-0" + (requests.size() + 1);
            requests.put(status, reference);
            Csv.imported(
                    "requests",
                    header
                            + "\n%s,1935-03-01,Of old,py-ministry-of-interior,PY,,APPROVED,1935-04-01,,\n"
                                    .formatted(reference));
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(references("")).containsAll(requests.values()));
        manager()
                .get(requestAt(requests.get("CANCELLED"), "/clock"))
                .then()
                .body("state", equalTo("RUNNING"))
                .body("promise", equalTo("MISSED"));

        requests.forEach((status, reference) -> told(reference, status));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(references(""))
                        .doesNotContainAnyElementsOf(
                                stopping.stream().map(requests::get).toList()));
        assertThat(references(""))
                .containsAll(waiting.stream().map(requests::get).toList());
        for (String status : stopping) {
            manager()
                    .get(requestAt(requests.get(status), "/clock"))
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("STOPPED"))
                    .body("stoppedOn", nullValue())
                    .body("promise", nullValue())
                    .body("turn", empty());
            manager().get(requestAt(requests.get(status), "/blockers")).then().body("items", empty());
        }
        manager().get(requestAt(requests.get("PREPARATION"), "/clock")).then().body("state", equalTo("RUNNING"));
    }

    @Test
    void an_action_that_is_cancelled_before_its_launch_stops_the_clock_on_that_day_and_nothing_is_lost() {
        String header = Csv.exported("requests").lines().findFirst().orElseThrow();
        Given.authority("PY");
        List<String> references = List.of("1936-01", "1936-02", "1936-03", "1936-04", "1936-05");
        for (String reference : references) {
            Csv.imported(
                    "requests",
                    header
                            + "\n%s,1936-03-01,Of old,py-ministry-of-interior,PY,,APPROVED,1936-04-01,,\n"
                                    .formatted(reference));
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(references("")).containsAll(references));

        cancelled("1936-01", null, "PREPARATION");
        cancelled("1936-02", null, "ON_HOLD");
        cancelled("1936-03", "1936-04-10", "ONGOING");
        cancelled("1936-04", null, "ONGOING");
        told("1936-05", "CANCELLED");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(references("")).doesNotContainAnyElementsOf(references));
        stopped("1936-01", "1936-05-05", 65);
        stopped("1936-02", "1936-05-05", 65);
        stopped("1936-03", "1936-04-10", 40);
        // Nobody knows since when it ran, or when it was cancelled.
        stopped("1936-04", null, 0);
        stopped("1936-05", null, 0);
        for (String reference : List.of("1936-01", "1936-02")) {
            manager()
                    .get(requestAt(reference, "/clock"))
                    .then()
                    .body("promise", nullValue())
                    .body("daysLeft", equalTo(27))
                    .body("turn", empty());
        }
    }

    private static List<String> references(String query) {
        return manager()
                .get("/api/v1/clocks?country=PY&limit=200" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.reference");
    }

    private static void told(String reference, String status) {
        UUID action = UUID.randomUUID();
        Stream.publish("action", action, 1, "action-recorded", """
                {"id": "%s", "code": "%s", "name": "Paraguay %s", "launchedOn": null, "status": "%s"}""".formatted(action, reference, reference, status));
    }

    private static void stopped(String reference, String on, int days) {
        manager()
                .get(requestAt(reference, "/clock"))
                .then()
                .statusCode(200)
                .body("state", equalTo("STOPPED"))
                .body("stoppedOn", equalTo(on))
                .body("daysUsed", equalTo(days));
        manager()
                .get(requestAt(reference, "/clock/days"))
                .then()
                .statusCode(200)
                .body("items", hasSize(days));
    }

    private static void cancelled(String reference, String launchedOn, String before) {
        UUID action = UUID.randomUUID();
        String launch = launchedOn == null ? null : "\"" + launchedOn + "\"";
        Stream.publish(
                "action", action, 1, "action-cancelled", """
                {"id": "%s", "code": "%s", "name": "Paraguay %s", "launchedOn": %s, "cancelledOn": "1936-05-05",
                 "cancelledIn": "%s", "status": "CANCELLED"}""".formatted(action, reference, reference, launch, before));
    }
}
