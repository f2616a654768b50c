package eu.mieux.preimplementation.request;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static eu.mieux.preimplementation.Given.steering;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.Csv;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.preimplementation.Given;
import eu.mieux.preimplementation.fiche.Fiches;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class ClockTest {

    private static ValidatableResponse clock(String request) {
        return manager().get(requestAt(request, "/clock")).then().statusCode(200);
    }

    private static void endorsed(String fiche, String side) {
        json(manager(), Map.of("side", side))
                .post("/api/v1/action-fiches/" + fiche + "/endorsements")
                .then()
                .statusCode(200);
    }

    @Test
    void of_a_draft_it_has_not_started() {
        clock(Given.drafted("BO", "Not yet"))
                .body("state", equalTo("NOT_STARTED"))
                .body("dueOn", nullValue())
                .body("turn", contains("PARTNER"));
    }

    @Test
    void it_runs_from_submission_and_says_whose_turn_it_is() {
        String id = Given.submitted("BO", "Whose turn?");
        LocalDate submitted = LocalDate.parse(manager().get(requestAt(id, "")).path("submittedOn"));
        clock(id)
                .body("state", equalTo("RUNNING"))
                .body("startedOn", equalTo(submitted.toString()))
                .body("dueOn", equalTo(submitted.plusMonths(3).toString()))
                .body("promise", equalTo("KEPT"))
                .body("step", equalTo("SCREENING"))
                .body("turn", contains("OFFICER"));
        manager().post(requestAt(id, "/review")).then().statusCode(200);
        clock(id).body("step", equalTo("REVIEW")).body("turn", contains("STEERING_GROUP", "EU_DELEGATION"));
        for (String institution : Given.INSTITUTIONS) {
            json(steering(institution), Map.of("opinion", "FAVOURABLE"))
                    .post(requestAt(id, "/opinions"))
                    .then()
                    .statusCode(200);
        }
        clock(id).body("turn", contains("EU_DELEGATION"));
        json(Given.delegation("BO"), Map.of("opinion", "FAVOURABLE"))
                .post(requestAt(id, "/opinions"))
                .then()
                .statusCode(200);
        clock(id).body("step", equalTo("REVIEW")).body("turn", contains("MANAGER"));
    }

    @Test
    void on_hold_it_stands_still_at_its_step_until_the_request_is_resumed() {
        String id = Given.onHold("BO", "Later");
        clock(id).body("state", equalTo("STANDING_STILL")).body("step", equalTo("REVIEW"));
        manager().post(requestAt(id, "/resumption")).then().statusCode(200);
        clock(id).body("state", equalTo("RUNNING")).body("step", equalTo("REVIEW"));
    }

    @Test
    void it_waits_for_the_sides_that_have_not_endorsed_and_stops_at_the_launch() {
        String id = Given.approved("BO", "To the end");
        clock(id).body("step", equalTo("FICHE"));
        String fiche = Fiches.draftedFor(id);
        endorsed(fiche, "OFFICER");
        clock(id).body("step", equalTo("ENDORSEMENT")).body("turn", contains("STEERING_GROUP", "PARTNER"));
        endorsed(fiche, "STEERING_GROUP");
        endorsed(fiche, "PARTNER");
        clock(id).body("step", equalTo("MOBILISATION")).body("turn", contains("OFFICER"));

        String reference = manager().get(requestAt(id, "")).path("reference");
        String today = manager().get(requestAt(id, "")).path("submittedOn");
        UUID action = UUID.randomUUID();
        Stream.publish("action", action, 1, "action-launched", """
                {"id": "%s", "code": "%s", "name": "Bolivia XC", "launchedOn": "%s"}""".formatted(action, reference, today));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> clock(id)
                        .body("state", equalTo("STOPPED"))
                        .body("stoppedOn", equalTo(today))
                        .body("promise", equalTo("KEPT"))
                        .body("turn", empty()));
    }

    @Test
    void the_cancellation_of_an_action_that_was_not_launched_stops_it_and_keeps_what_the_steps_used() {
        String id = Given.approved("BO", "Given up");
        String reference = manager().get(requestAt(id, "")).path("reference");
        LocalDate submitted = LocalDate.parse(manager().get(requestAt(id, "")).path("submittedOn"));
        // Ahead of today, so that days have passed by then.
        LocalDate cancelled = submitted.plusDays(65);
        UUID action = UUID.randomUUID();
        Stream.publish("action", action, 1, "action-cancelled", """
                {"id": "%s", "code": "%s", "name": "Bolivia XCI", "launchedOn": null, "cancelledOn": "%s",
                 "cancelledIn": "PREPARATION", "status": "CANCELLED"}""".formatted(action, reference, cancelled));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> clock(id)
                        .body("state", equalTo("STOPPED"))
                        .body("stoppedOn", equalTo(cancelled.toString()))
                        .body("daysUsed", equalTo(65))
                        .body("steps.step", contains("FICHE"))
                        .body("steps.days", contains(65))
                        .body("promise", nullValue())
                        .body("turn", empty()));
        manager().get(requestAt(id, "/clock/days")).then().statusCode(200).body("items", hasSize(65));
    }

    @Test
    void a_rejection_stops_it_and_promises_nothing() {
        clock(Given.rejected("BO", "No")).body("state", equalTo("STOPPED")).body("promise", nullValue());
    }

    @Test
    void a_correction_by_a_portfolio_does_not_throw_it_back_to_an_earlier_step() {
        String id = Given.approved("BO", "Corected");
        String fiche = Fiches.draftedFor(id);
        for (String side : List.of("OFFICER", "STEERING_GROUP", "PARTNER")) {
            endorsed(fiche, side);
        }
        String requests = Csv.exported("requests");
        Csv.imported("requests", requests.replace("Corected", "Corrected"));
        manager().get(requestAt(id, "")).then().body("title", equalTo("Corrected"));
        clock(id).body("step", equalTo("MOBILISATION"));
    }

    @Test
    void of_what_was_rejected_on_a_day_that_nobody_wrote_down_it_has_stopped() {
        String header = Csv.exported("requests").lines().findFirst().orElseThrow();
        String row = "2012-77,2012-03-01,Long past,bo-clock,BO,,REJECTED,,,\n";
        Csv.imported("authorities", """
                key,name,type,country,regional_organisation,provenance
                bo-clock,Clockmakers,CENTRAL_GOVERNMENT,BO,,
                """);
        Csv.imported("requests", header + "\n" + row);
        clock("2012-77")
                .body("state", equalTo("STOPPED"))
                .body("stoppedOn", nullValue())
                .body("promise", nullValue())
                .body("turn", empty());
    }
}
