package eu.mieux.implementation.activity;

import static eu.mieux.implementation.People.officer;
import static eu.mieux.implementation.People.officerOf;
import static eu.mieux.implementation.People.officerSays;
import static eu.mieux.implementation.People.partner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.implementation.Elsewhere;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class ActivityTest {

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Brussels"));
    private static final Map<String, Object> NOBODY = Map.of("female", 0, "male", 0, "other", 0);

    private String activities;
    private String code;

    @BeforeEach
    void an_action_is_handed_over() {
        code = Elsewhere.handedOver("cr-ministry");
        activities = "/api/v1/actions/" + code + "/activities/";
    }

    @Test
    void an_activity_is_planned_under_the_next_number_of_its_action() {
        officerSays(plan(today.plusDays(10), today.plusDays(12)))
                .post(activities)
                .then()
                .statusCode(201)
                .header("Location", endsWith("/activities/3"))
                .header("ETag", "\"1\"")
                .body("number", equalTo(3))
                .body("status", equalTo("PLANNED"))
                .body("beneficiaryCountries", contains("CR", "PA"));
        officer().get(activities + "?limit=2").then().body("items.number", contains(1, 2));
        String next = officer().get(activities + "?limit=2").path("next");
        officer()
                .get(activities + "?limit=2&cursor=" + next)
                .then()
                .body("items.number", contains(3))
                .body("next", nullValue());
    }

    @Test
    void an_activity_is_delivered_when_it_is_over_counted_and_had_an_expert() {
        revise(1, plan(today.minusDays(5), today.minusDays(1)));
        act(1, "confirmation", Map.of()).statusCode(200).body("status", equalTo("CONFIRMED"));
        act(1, "delivery", Map.of()).statusCode(422).body("errors.pointer", contains("/attendance", "/explanation"));
        attend(1, NOBODY).statusCode(200).body("attendance.female", equalTo(0));
        act(1, "delivery", Map.of()).statusCode(422).body("errors.pointer", contains("/explanation"));
        UUID deployment = UUID.randomUUID();
        try (Elsewhere elsewhere = new Elsewhere()) {
            elsewhere.deployment(deployment, 1, code, 1, "INVITED");
            elsewhere.deployment(deployment, 2, code, 1, "ACCEPTED");
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> officer()
                        .post(activities + "1/delivery")
                        .then()
                        .statusCode(200)
                        .body("status", equalTo("DELIVERED"))
                        .body("withoutExpert", nullValue())
                        .body("steps.status", contains("CONFIRMED", "DELIVERED")));
        act(1, "cancellation", Map.of("reason", "Too late.")).statusCode(409);
        putBack(1, plan(today, today)).statusCode(409);
        attend(1, Map.of("female", 4, "male", 3, "other", 0))
                .statusCode(200)
                .body("attendance.female", equalTo(4))
                .body("status", equalTo("DELIVERED"));
    }

    @Test
    void an_activity_without_an_expert_is_delivered_with_an_explanation() {
        revise(2, plan(today.minusDays(5), today.minusDays(1)));
        act(2, "confirmation", Map.of()).statusCode(200);
        attend(2, NOBODY).statusCode(200);
        try (Elsewhere elsewhere = new Elsewhere()) {
            elsewhere.deployment(UUID.randomUUID(), 1, code, 2, "DECLINED");
        }
        act(2, "delivery", Map.of("explanation", " ")).statusCode(422);
        act(2, "delivery", Map.of("explanation", "Held by the team itself."))
                .statusCode(200)
                .body("withoutExpert", equalTo("Held by the team itself."));
    }

    @Test
    void an_activity_that_is_not_over_is_not_delivered() {
        revise(1, plan(today.minusDays(1), today));
        act(1, "confirmation", Map.of()).statusCode(200);
        attend(1, NOBODY).statusCode(200);
        act(1, "delivery", Map.of("explanation", "None needed."))
                .statusCode(422)
                .body("errors.pointer", contains("/endsOn"));
        act(2, "delivery", Map.of("explanation", "None needed."))
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:illegal-activity-step"));
    }

    @Test
    void an_attendance_record_has_three_numbers() {
        revise(1, plan(today.minusDays(1), today));
        attend(1, NOBODY).statusCode(409).body("detail", containsString("CONFIRMED or DELIVERED"));
        act(1, "confirmation", Map.of()).statusCode(200);
        attend(1, Map.of("female", 1)).statusCode(422).body("errors.pointer", contains("/male", "/other"));
        attend(1, Map.of("female", -1, "male", 2_000_000, "other", 0))
                .statusCode(422)
                .body("errors.pointer", contains("/female", "/male"));
        attend(1, Map.of("female", "many", "male", 0, "other", 0)).statusCode(400);
        attend(1, Map.of("female", 99_999_999_999L, "male", 0, "other", 0)).statusCode(400);
        officerSays(NOBODY).put(activities + "1/attendance").then().statusCode(428);
        act(1, "postponement", postponed(today.plusDays(5), today.plusDays(6))).statusCode(200);
        act(1, "confirmation", Map.of()).statusCode(200);
        attend(1, NOBODY).statusCode(422).body("type", equalTo("urn:mieux:problem:not-started"));
    }

    @Test
    void an_activity_is_confirmed_for_certain_days_only() {
        act(1, "confirmation", Map.of()).statusCode(422).body("errors.pointer", contains("/startsOn", "/endsOn"));
        revise(1, plan(today.plusDays(3), today.plusDays(4)));
        act(1, "confirmation", Map.of()).statusCode(200);
        Map<String, Object> undated = new HashMap<>(plan(today, today));
        undated.remove("endsOn");
        putBack(1, undated).statusCode(422).body("errors.pointer", contains("/endsOn"));
        act(1, "confirmation", Map.of()).statusCode(409);
    }

    @Test
    void a_postponed_activity_takes_place_later_and_is_confirmed_again() {
        revise(1, plan(today.plusDays(3), today.plusDays(4)));
        act(1, "confirmation", Map.of()).statusCode(200);
        act(1, "postponement", postponed(today.plusDays(2), today.plusDays(4)))
                .statusCode(422)
                .body("type", equalTo("urn:mieux:problem:not-later"));
        act(1, "postponement", postponed(today.plusDays(9), today.plusDays(8)))
                .statusCode(422)
                .body("errors.pointer", contains("/endsOn"));
        act(1, "postponement", Map.of("reason", "Strike."))
                .statusCode(422)
                .body("errors.pointer", contains("/endsOn", "/startsOn"));
        act(1, "postponement", postponed(today.plusDays(9), today.plusDays(10)))
                .statusCode(200)
                .body("status", equalTo("POSTPONED"))
                .body("startsOn", equalTo(today.plusDays(9).toString()))
                .body("steps[1].reason", equalTo("Strike."));
        act(1, "delivery", Map.of()).statusCode(409);
        act(1, "confirmation", Map.of()).statusCode(200).body("status", equalTo("CONFIRMED"));
        act(1, "cancellation", Map.of("reason", "No venue.")).statusCode(200).body("status", equalTo("CANCELLED"));
        act(1, "confirmation", Map.of()).statusCode(409).body("detail", containsString("final"));
    }

    @Test
    void a_plan_that_breaks_rules_is_told_all_of_them() {
        officerSays(Map.of(
                        "type", "PICNIC",
                        "title", "Picnic",
                        "modality", "OUTDOOR",
                        "startsOn", "2031-02-02",
                        "endsOn", "2031-02-01",
                        "country", "XX",
                        "beneficiaryCountries", List.of("CR", "YY", "CR")))
                .post(activities)
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains(
                                "/type",
                                "/modality",
                                "/endsOn",
                                "/country",
                                "/beneficiaryCountries",
                                "/beneficiaryCountries/1"));
        officerSays(Map.of())
                .post(activities)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/modality", "/title", "/type"));
        officerSays("{\"type\":\"WORKSHOP\",\"title\":\"x\",\"modality\":\"REMOTE\",\"beneficiaryCountries\":[null]}")
                .post(activities)
                .then()
                .statusCode(422);
        officerSays("null").post(activities).then().statusCode(422);
        officerSays("[]").post(activities).then().statusCode(400);
        Map<String, Object> far = new HashMap<>(plan(today, today));
        far.put("endsOn", "9999-01-01");
        officerSays(far).post(activities).then().statusCode(422).body("errors.pointer", contains("/endsOn"));
    }

    @Test
    void an_activity_is_changed_only_by_whom_has_read_it_and_is_in_charge() {
        officerSays(plan(today, today)).put(activities + "1").then().statusCode(428);
        officerSays(plan(today, today))
                .header("If-Match", "\"8\"")
                .put(activities + "1")
                .then()
                .statusCode(412);
        officer()
                .header("If-Match", "\"8\"")
                .post(activities + "1/confirmation")
                .then()
                .statusCode(412);
        partner("cr-ministry").get(activities + "1").then().statusCode(200);
        partner("cr-ministry").post(activities + "1/confirmation").then().statusCode(403);
        partner("other").get(activities + "1").then().statusCode(404);
        officerOf("ASIA").get(activities + "1").then().statusCode(404);
        officer().get(activities + "9").then().statusCode(404);
        officer().get(activities + "first").then().statusCode(400).contentType("application/problem+json");
        officer().get(activities + "99999999999").then().statusCode(400);
        officer().get("/api/v1/actions/nothing/activities").then().statusCode(404);
    }

    @Test
    void every_change_is_published() {
        revise(1, plan(today.minusDays(5), today.minusDays(1)));
        act(1, "confirmation", Map.of()).statusCode(200);
        attend(1, Map.of("female", 7, "male", 5, "other", 1)).statusCode(200);
        act(1, "delivery", Map.of("explanation", "Held by the team.")).statusCode(200);
        String id = officer().get(activities + "1").path("id");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Stream.published("mieux.activity"))
                        .filteredOn(e -> e.key().equals(id))
                        .extracting(Stream.Published::type)
                        .containsExactly(
                                "eu.mieux.activity-planned",
                                "eu.mieux.activity-revised",
                                "eu.mieux.activity-confirmed",
                                "eu.mieux.activity-attendance-recorded",
                                "eu.mieux.activity-delivered"));
        assertThat(Stream.published("mieux.activity"))
                .filteredOn(e -> e.key().equals(id))
                .last()
                .satisfies(event ->
                        assertThat(event.value()).contains("\"participantsFemale\": 7", "\"status\": \"DELIVERED\""));
    }

    private static Map<String, Object> plan(LocalDate startsOn, LocalDate endsOn) {
        return Map.of(
                "type", "TRAINING",
                "title", "Training",
                "modality", "ON_SITE",
                "startsOn", startsOn.toString(),
                "endsOn", endsOn.toString(),
                "country", "CR",
                "city", "Liberia",
                "beneficiaryCountries", List.of("CR", "PA"));
    }

    private static Map<String, Object> postponed(LocalDate startsOn, LocalDate endsOn) {
        return Map.of("startsOn", startsOn.toString(), "endsOn", endsOn.toString(), "reason", "Strike.");
    }

    private void revise(int number, Map<String, Object> plan) {
        putBack(number, plan).statusCode(200);
    }

    private ValidatableResponse putBack(int number, Map<String, Object> plan) {
        return officerSays(plan)
                .header("If-Match", etag(number))
                .put(activities + number)
                .then();
    }

    private ValidatableResponse attend(int number, Map<String, Object> heads) {
        return officerSays(heads)
                .header("If-Match", etag(number))
                .put(activities + number + "/attendance")
                .then();
    }

    private String etag(int number) {
        return officer().get(activities + number).header("ETag");
    }

    private ValidatableResponse act(int number, String act, Map<String, Object> body) {
        return officerSays(body).post(activities + number + "/" + act).then();
    }
}
