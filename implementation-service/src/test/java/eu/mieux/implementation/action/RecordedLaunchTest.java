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

/** An Action whose launch cannot be true together with what is known of its request. */
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
    void no_action_was_launched_before_its_request_was_submitted_or_approved_or_in_the_future() {
        request("1951-01", "1951-03-10", "1951-04-20", "APPROVED");
        JsonPath refused = imported(row("1951-01", "1951-03-09", "ONGOING"));
        assertThat(Csv.faults(refused)).containsExactly("2 launched_on contradiction", "2 launched_on contradiction");
        assertThat(refused.getInt("rejected")).isEqualTo(1);
        assertThat(Csv.faults(imported(row("1951-01", "1951-04-19", "ONGOING"))))
                .containsExactly("2 launched_on contradiction");
        assertThat(Csv.faults(imported(row("1951-01", today.plusDays(1), "ONGOING"))))
                .containsExactly("2 launched_on impossible-date");
        Csv.assertCounts(imported(row("1951-01", "1951-04-20", "ONGOING")), 1, 0, 0);
    }

    @Test
    void a_launch_that_is_known_to_the_month_only_may_be_later_in_it() {
        request("1952-01", "1952-03-10", "1952-03-20", "APPROVED");
        Csv.assertCounts(imported(row("1952-01", "1952-03-01", "ONGOING")), 1, 0, 0);
    }

    @Test
    void no_action_runs_whose_request_was_not_approved() {
        request("1953-01", "1953-03-10", "", "SUBMITTED");
        request("1953-02", "1953-03-10", "1953-04-01", "REJECTED");
        request("1953-03", "1953-03-10", "1953-04-01", "WITHDRAWN");
        JsonPath outcome = imported(
                row("1953-01", "1953-05-01", "ONGOING"),
                row("1953-02", "", "COMPLETED"),
                row("1953-03", "1953-03-20", "CANCELLED"));
        assertThat(Csv.faults(outcome))
                .containsExactlyInAnyOrder("2 launched_on contradiction", "3 status contradiction");
        Csv.assertCounts(outcome, 1, 0, 0, 2);
        Csv.assertCounts(imported(row("1953-01", "", "PREPARATION")), 1, 0, 0);
    }
}
