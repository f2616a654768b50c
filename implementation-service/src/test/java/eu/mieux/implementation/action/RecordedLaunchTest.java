package eu.mieux.implementation.action;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.Csv;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.implementation.Elsewhere;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Actions whose launch does not go together with what is known of their requests. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class RecordedLaunchTest {

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Brussels"));

    private static void request(String reference, String submittedOn, String decidedOn, String status) {
        try (Elsewhere elsewhere = new Elsewhere()) {
            elsewhere.request(
                    reference,
                    List.of("cr-ministry"),
                    LocalDate.parse(submittedOn),
                    decidedOn.isEmpty() ? null : LocalDate.parse(decidedOn),
                    status);
        }
    }

    private static JsonPath imported(String... rows) {
        return Csv.imported(
                "actions",
                "code,name,objective,region,countries,regional_organisation,pillar,themes,officer,launched_on,"
                        + "completed_on,status,provenance\n" + String.join("\n", rows) + "\n",
                "mode=keep-good");
    }

    private static String row(String code, Object launchedOn, String status) {
        return "%s,Paraguay %s,,LATIN_AMERICA_CARIBBEAN,PY,,,,,%s,,%s,".formatted(code, code, launchedOn, status);
    }

    @Test
    void a_launch_before_the_request_was_submitted_or_approved_is_taken_as_it_stands_and_told() {
        request("1951-01", "1951-03-10", "1951-04-20", "APPROVED");
        JsonPath early = imported(row("1951-01", "1951-03-09", "ONGOING"));
        Csv.assertCounts(early, 1, 0, 0);
        assertThat(early.getString("detail"))
                .isEqualTo(
                        "Line 2: 1951-01 was launched on 1951-03-09, before its request was submitted, on 1951-03-10.");
        assertThat(imported(row("1951-01", "1951-04-19", "ONGOING")).getString("detail"))
                .endsWith("before its request was approved, on 1951-04-20.");
        assertThat(imported(row("1951-01", "1951-04-20", "ONGOING")).getString("detail"))
                .isNull();
    }

    @Test
    void no_action_was_launched_in_the_future() {
        request("1954-01", "1954-03-10", "1954-03-20", "APPROVED");
        assertThat(Csv.faults(imported(row("1954-01", today.plusDays(1), "ONGOING"))))
                .containsExactly("2 launched_on impossible-date");
    }

    @Test
    void a_launch_that_is_known_to_the_month_only_may_be_later_in_it() {
        request("1952-01", "1952-03-10", "1952-03-20", "APPROVED");
        assertThat(imported(row("1952-01", "1952-03-01", "ONGOING")).getString("detail"))
                .isNull();
    }

    @Test
    void an_action_that_runs_though_its_request_was_not_approved_is_told() {
        request("1953-01", "1953-03-10", "", "SUBMITTED");
        request("1953-02", "1953-03-10", "1953-04-01", "REJECTED");
        request("1953-03", "1953-03-10", "1953-04-01", "WITHDRAWN");
        JsonPath outcome = imported(
                row("1953-01", "1953-05-01", "ONGOING"),
                row("1953-02", "", "COMPLETED"),
                row("1953-03", "1953-03-20", "CANCELLED"));
        Csv.assertCounts(outcome, 3, 0, 0);
        assertThat(outcome.getString("detail"))
                .isEqualTo("Line 2: 1953-01 was launched, and its request is SUBMITTED."
                        + " Line 3: 1953-02 was launched, and its request is REJECTED.");
    }
}
