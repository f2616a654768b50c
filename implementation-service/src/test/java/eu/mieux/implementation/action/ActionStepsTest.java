package eu.mieux.implementation.action;

import static eu.mieux.implementation.People.officer;
import static eu.mieux.implementation.People.officerSays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.Csv;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.implementation.Elsewhere;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The steps of an Action from the hand-over of its fiche to its end: day, reason, and what is refused. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class ActionStepsTest {

    private static final String ACTIONS = "/api/v1/actions/";
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Brussels"));

    @Test
    void an_action_goes_from_preparation_to_its_end_each_step_with_day_and_reason() {
        String code = Elsewhere.handedOver("cr-ministry");
        act(code, "launch", Map.of("on", today.minusDays(90).toString()))
                .statusCode(200)
                .body("status", equalTo("ONGOING"))
                .body("launchedOn", equalTo(today.minusDays(90).toString()));
        act(
                        code,
                        "hold",
                        Map.of("reason", "Elections.", "on", today.minusDays(60).toString()))
                .statusCode(200)
                .body("status", equalTo("ON_HOLD"));
        act(code, "resumption", Map.of("on", today.minusDays(30).toString()))
                .statusCode(200)
                .body("status", equalTo("ONGOING"));
        act(code, "completion", Map.of())
                .statusCode(200)
                .body("status", equalTo("COMPLETED"))
                .body("completedOn", equalTo(today.toString()))
                .body("steps.status", contains("ONGOING", "ON_HOLD", "ONGOING", "COMPLETED"))
                .body("steps[1].reason", equalTo("Elections."))
                .body("steps[1].on", equalTo(today.minusDays(60).toString()));
        act(code, "cancellation", Map.of("reason", "Too late."))
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:illegal-action-step"))
                .body("detail", containsString("final"));
    }

    @Test
    void an_action_that_was_never_launched_resumes_in_preparation() {
        String code = Elsewhere.handedOver("cr-ministry");
        act(code, "hold", Map.of("reason", "Elections.")).statusCode(200);
        act(code, "launch", Map.of()).statusCode(409).body("detail", containsString("resume it first"));
        act(code, "resumption", Map.of()).statusCode(200).body("status", equalTo("PREPARATION"));
        act(code, "resumption", Map.of()).statusCode(409).body("type", equalTo("urn:mieux:problem:action-not-on-hold"));
        act(code, "completion", Map.of()).statusCode(409);
        act(code, "cancellation", Map.of("reason", "No longer wanted."))
                .statusCode(200)
                .body("status", equalTo("CANCELLED"));
        officerSays(Map.of("type", "WORKSHOP", "title", "Late", "modality", "REMOTE"))
                .post(ACTIONS + code + "/activities")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:action-is-cancelled"));
    }

    @Test
    void a_cancelled_action_says_since_when_and_a_portfolio_that_revives_it_takes_that_back() {
        String code = Elsewhere.handedOver("cr-ministry");
        String day = today.minusDays(3).toString();
        act(code, "cancellation", Map.of("reason", "Elections.", "on", day))
                .statusCode(200)
                .body("launchedOn", nullValue())
                .body("cancelledOn", equalTo(day));
        officer().get(ACTIONS + code).then().body("cancelledOn", equalTo(day));
        officer()
                .get("/api/v1/actions?limit=200")
                .then()
                .body("items.find { it.code == '%s' }.cancelledOn".formatted(code), equalTo(day));

        try (Elsewhere elsewhere = new Elsewhere()) {
            elsewhere.request(code, List.of("cr-ministry"));
        }
        // The portfolio names the request, so it has to be known by then.
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(recorded(code, "CANCELLED", "PREPARATION")).isEqualTo("SUCCEEDED"));
        officer()
                .get(ACTIONS + code)
                .then()
                .body("status", equalTo("PREPARATION"))
                .body("cancelledOn", nullValue());
        assertThat(recorded(code, "PREPARATION", "CANCELLED")).isEqualTo("SUCCEEDED");
        officer()
                .get(ACTIONS + code)
                .then()
                .body("status", equalTo("CANCELLED"))
                .body("cancelledOn", nullValue());
    }

    /** Its row as it is exported, with another status: what came of the import. */
    private static String recorded(String code, String status, String other) {
        List<String> lines = Csv.exported("actions").lines().toList();
        String row = lines.stream()
                .filter(line -> line.startsWith(code + ","))
                .findFirst()
                .orElseThrow();
        return Csv.imported(
                        "actions", lines.getFirst() + "\n" + row.replace("," + status + ",", "," + other + ",") + "\n")
                .getString("status");
    }

    @Test
    void an_action_is_not_launched_or_cancelled_before_its_request_was_submitted() {
        String code = Elsewhere.handedOver("cr-ministry");
        try (Elsewhere elsewhere = new Elsewhere()) {
            elsewhere.request(code, List.of("cr-ministry"), today.minusDays(30));
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> act(
                                code, "launch", Map.of("on", today.minusDays(31).toString()))
                        .statusCode(422)
                        .body("errors.pointer", contains("/on"))
                        .body("detail", containsString(today.minusDays(30).toString())));
        act(
                        code,
                        "cancellation",
                        Map.of("reason", "Elections.", "on", today.minusDays(31).toString()))
                .statusCode(422)
                .body("errors.pointer", contains("/on"))
                .body("errors.detail", hasItem(containsString("not cancelled before")));
        act(code, "launch", Map.of("on", today.minusDays(30).toString())).statusCode(200);
    }

    @Test
    void a_step_that_may_be_taken_without_a_word_needs_no_body_and_of_no_other_form() {
        String code = Elsewhere.handedOver("cr-ministry");
        officer()
                .contentType(ContentType.TEXT)
                .body("today")
                .post(ACTIONS + code + "/launch")
                .then()
                .statusCode(415);
        officer().noContentType().post(ACTIONS + code + "/launch").then().statusCode(200);
    }

    @Test
    void in_a_cancelled_action_activities_are_cancelled_and_nothing_else() {
        String code = Elsewhere.handedOver("cr-ministry");
        act(code, "cancellation", Map.of("reason", "No longer wanted.")).statusCode(200);
        act(code, "activities/1/confirmation", Map.of())
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:action-is-cancelled"));
        act(code, "activities/1/delivery", Map.of())
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:action-is-cancelled"));
        act(code, "activities/1/cancellation", Map.of("reason", "The Action is."))
                .statusCode(200);
    }

    @Test
    void a_step_is_refused_with_what_would_be_right() {
        String code = Elsewhere.handedOver("cr-ministry");
        act(code, "hold", Map.of()).statusCode(422).body("errors.pointer", contains("/reason"));
        act(code, "hold", Map.of("reason", " ")).statusCode(422);
        act(code, "launch", Map.of("on", today.plusDays(2).toString()))
                .statusCode(422)
                .body("errors.pointer", contains("/on"));
        act(code, "launch", Map.of("on", "1899-12-31")).statusCode(422);
        act(code, "launch", Map.of("on", "+999999999-12-31")).statusCode(400);
        act(code, "launch", Map.of("on", "2017-02-30")).statusCode(400);
        act(code, "launch", Map.of("when", "2017-02-28")).statusCode(400).body("errors[0].pointer", equalTo("/when"));
        act(code, "launch", List.of()).statusCode(400);
        officer()
                .contentType(ContentType.JSON)
                .post(ACTIONS + code + "/hold")
                .then()
                .statusCode(422);
        officer()
                .header("If-Match", "\"9\"")
                .post(ACTIONS + code + "/launch")
                .then()
                .statusCode(412);
        officer()
                .header("If-Match", "\"1\"")
                .post(ACTIONS + code + "/launch")
                .then()
                .statusCode(200);
        act(code, "completion", Map.of("on", today.minusDays(1).toString()))
                .statusCode(422)
                .body("type", equalTo("urn:mieux:problem:step-before-launch"));
    }

    private static io.restassured.response.ValidatableResponse act(String code, String act, Object body) {
        return officerSays(body).post(ACTIONS + code + "/" + act).then();
    }
}
