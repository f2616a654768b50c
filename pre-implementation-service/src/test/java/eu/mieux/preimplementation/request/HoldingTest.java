package eu.mieux.preimplementation.request;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.officer;
import static eu.mieux.preimplementation.Given.requestAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.Csv;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds as they are written down, late or wrong, and what the clock makes of them. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class HoldingTest {

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Brussels"));

    /** A request that a portfolio brought in, handed in forty days ago; its reference. */
    private String handedInFortyDaysAgo(int number) {
        String reference = "%d-%d".formatted(today.minusDays(40).getYear(), number);
        Given.authority("BO");
        String header = Csv.exported("requests").lines().findFirst().orElseThrow();
        Csv.imported(
                "requests",
                header
                        + "\n%s,%s,Held,bo-ministry-of-interior,BO,BORDER_MANAGEMENT,UNDER_REVIEW,,,\n"
                                .formatted(reference, today.minusDays(40)));
        return reference;
    }

    private static ValidatableResponse clock(String request) {
        return manager().get(requestAt(request, "/clock")).then().statusCode(200);
    }

    private static ValidatableResponse put(String request, String act, Map<String, ?> body) {
        return json(manager(), body).post(requestAt(request, act)).then();
    }

    private static RequestSpecification asRead(String request) {
        return manager()
                .header("If-Match", manager().get(requestAt(request, "")).header("ETag"));
    }

    @Test
    void a_hold_that_is_written_down_late_counts_from_its_day_on() {
        String request = handedInFortyDaysAgo(801);
        put(
                        request,
                        "/hold",
                        Map.of(
                                "since",
                                today.minusDays(30).toString(),
                                "waitingFor",
                                "PARTNER",
                                "reason",
                                "The letter is not signed."))
                .statusCode(200)
                .body("status", equalTo("ON_HOLD"));
        clock(request)
                .body("state", equalTo("STANDING_STILL"))
                .body("daysUsed", equalTo(10))
                .body("daysOnHold", equalTo(30))
                .body("turn", contains("PARTNER"))
                .body(
                        "dueOn",
                        equalTo(today.minusDays(40).plusMonths(3).plusDays(30).toString()));
        put(request, "/resumption", Map.of("on", today.minusDays(5).toString()))
                .statusCode(200)
                .body("holds", hasSize(1))
                .body("holds[0].since", equalTo(today.minusDays(30).toString()))
                .body("holds[0].until", equalTo(today.minusDays(5).toString()))
                .body("holds[0].reason", equalTo("The letter is not signed."));
        clock(request)
                .body("state", equalTo("RUNNING"))
                .body("daysUsed", equalTo(15))
                .body("daysOnHold", equalTo(25));
    }

    @Test
    void a_hold_is_corrected_and_the_clock_goes_by_the_right_days() {
        String request = handedInFortyDaysAgo(802);
        put(request, "/hold", Map.of("since", today.minusDays(20).toString())).statusCode(200);
        put(request, "/resumption", Map.of("on", today.minusDays(10).toString()))
                .statusCode(200);
        json(
                        asRead(request),
                        Map.of(
                                "since",
                                today.minusDays(18).toString(),
                                "until",
                                today.minusDays(16).toString()))
                .put(requestAt(request, "/holds/1"))
                .then()
                .statusCode(200)
                .body("holds[0].since", equalTo(today.minusDays(18).toString()));
        clock(request).body("daysOnHold", equalTo(2)).body("daysUsed", equalTo(38));
        json(asRead(request), Map.of("since", today.minusDays(41).toString()))
                .put(requestAt(request, "/holds/1"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/until"));
        json(asRead(request), Map.of("since", today.toString()))
                .put(requestAt(request, "/holds/9"))
                .then()
                .statusCode(404);
        json(officer("LATIN_AMERICA_CARIBBEAN").header("If-Match", "\"1\""), Map.of("since", today.toString()))
                .put(requestAt(request, "/holds/1"))
                .then()
                .statusCode(403);
    }

    @Test
    void no_hold_begins_ahead_or_before_the_submission_nor_ends_before_it_began() {
        String request = handedInFortyDaysAgo(803);
        put(request, "/hold", Map.of("since", today.plusDays(1).toString()))
                .statusCode(422)
                .body("errors.pointer", contains("/since"));
        put(request, "/hold", Map.of("since", today.minusDays(41).toString()))
                .statusCode(422)
                .body("errors[0].detail", containsString(today.minusDays(40).toString()));
        put(request, "/hold", Map.of("since", today.minusDays(3).toString())).statusCode(200);
        put(request, "/resumption", Map.of("on", today.minusDays(4).toString()))
                .statusCode(422)
                .body("errors.pointer", contains("/on"));
        clock(request).body("state", equalTo("STANDING_STILL"));
    }

    @Test
    void day_by_day_a_clock_says_which_step_it_was_at_and_whose_turn() {
        String request = handedInFortyDaysAgo(804);
        put(request, "/hold", Map.of("since", today.minusDays(2).toString(), "waitingFor", "PARTNER"))
                .statusCode(200);
        List<Map<String, Object>> days = manager()
                .get(requestAt(request, "/clock/days?limit=200"))
                .then()
                .statusCode(200)
                .body("next", nullValue())
                .extract()
                .path("items");
        assertThat(days).hasSize(40);
        assertThat(days.getFirst())
                .containsEntry("day", today.minusDays(40).toString())
                .containsEntry("counted", true);
        assertThat(days.get(37)).containsEntry("counted", true);
        assertThat(days.get(38)).containsEntry("counted", false).containsEntry("turn", List.of("PARTNER"));
        String next = manager()
                .get(requestAt(request, "/clock/days?limit=30"))
                .then()
                .body("items", hasSize(30))
                .extract()
                .path("next");
        manager()
                .get(requestAt(request, "/clock/days?limit=30&cursor=" + next))
                .then()
                .statusCode(200)
                .body("items", hasSize(10))
                .body("items[0].day", equalTo(today.minusDays(10).toString()));
    }
}
