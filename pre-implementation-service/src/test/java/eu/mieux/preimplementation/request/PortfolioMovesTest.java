package eu.mieux.preimplementation.request;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.Csv;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A portfolio's row moves a request that is at work here. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class PortfolioMovesTest {

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Brussels"));

    @Test
    void a_request_that_it_puts_on_hold_in_the_middle_of_a_round_goes_on_there() {
        String id = Given.underReview("BO", "Held elsewhere");
        String reference = manager().get(requestAt(id, "")).path("reference");
        row(reference, today, "ON_HOLD", "", "");
        manager().post(requestAt(id, "/resumption")).then().statusCode(200).body("status", equalTo("UNDER_REVIEW"));
    }

    @Test
    void what_it_lets_go_on_gives_no_days_back_before_anybody_was_asked() {
        String reference = today.minusDays(40).getYear() + "-821";
        row(reference, today.minusDays(40), "UNDER_REVIEW", "", "");
        manager().post(requestAt(reference, "/review")).then().statusCode(200);
        json(manager(), Map.of("since", today.minusDays(5).toString()))
                .post(requestAt(reference, "/hold"))
                .then()
                .statusCode(200);
        row(reference, today.minusDays(40), "UNDER_REVIEW", "", "");
        manager()
                .get(requestAt(reference, "/review"))
                .then()
                .body(
                        "rounds[0].voices.until",
                        everyItem(equalTo(today.plusDays(14).toString())));
        manager()
                .post(requestAt(reference, "/hold"))
                .then()
                .statusCode(200)
                .body("holds[0].until", equalTo(today.toString()));
        manager().post(requestAt(reference, "/resumption")).then().body("status", equalTo("UNDER_REVIEW"));
    }

    @Test
    void another_decision_than_the_one_that_was_taken_here_was_not_taken_by_the_same_person() {
        String id = Given.approved("BO", "Decided twice");
        String reference = manager().get(requestAt(id, "")).path("reference");
        manager().get(requestAt(id, "")).then().body("decidedBy", equalTo("manager-1"));
        row(reference, today, "APPROVED", today.toString(), "Override: Agreed by telephone.");
        manager().get(requestAt(id, "")).then().body("decidedBy", equalTo("manager-1"));
        row(reference, today, "REJECTED", today.toString(), "The steering group met.");
        manager()
                .get(requestAt(id, ""))
                .then()
                .body("decisionNote", equalTo("The steering group met."))
                .body("decidedBy", nullValue());
    }

    private static List<String> faults(String reference, LocalDate submitted, String status, String decided) {
        return Csv.faults(Csv.imported("requests", rowOf(reference, submitted, status, decided, "")));
    }

    private static String onHoldUntilTwentyDaysAgo(LocalDate today, int number) {
        String reference = "%d-%d".formatted(today.minusDays(40).getYear(), number);
        row(reference, today.minusDays(40), "UNDER_REVIEW", "", "");
        json(manager(), Map.of("since", today.minusDays(30).toString()))
                .post(requestAt(reference, "/hold"))
                .then()
                .statusCode(200);
        json(manager(), Map.of("on", today.minusDays(20).toString()))
                .post(requestAt(reference, "/resumption"))
                .then()
                .statusCode(200);
        return reference;
    }

    @Test
    void days_that_have_not_come_and_years_other_than_the_reference_s_are_named() {
        LocalDate tomorrow = today.plusDays(1);
        assertThat(faults(tomorrow.getYear() + "-831", tomorrow, "SUBMITTED", ""))
                .containsExactly("2 submitted_on impossible-date");
        assertThat(faults(today.getYear() + "-831", today, "APPROVED", tomorrow.toString()))
                .containsExactly("2 decided_on impossible-date");
        assertThat(faults("2016-831", LocalDate.parse("2015-12-31"), "SUBMITTED", ""))
                .containsExactly("2 submitted_on rule-broken");
        assertThat(faults("2016-831", LocalDate.parse("2016-05-20"), "APPROVED", "2016-05-01"))
                .isEmpty();
    }

    @Test
    void a_request_is_not_submitted_after_it_was_on_hold_nor_decided_before_it_went_on() {
        String reference = onHoldUntilTwentyDaysAgo(today, 832);
        LocalDate submitted = today.minusDays(40);
        if (submitted.getYear() == today.minusDays(29).getYear()) {
            assertThat(faults(reference, today.minusDays(29), "UNDER_REVIEW", ""))
                    .containsExactly("2 submitted_on impossible-date");
        }
        assertThat(faults(reference, submitted, "APPROVED", today.minusDays(21).toString()))
                .containsExactly("2 decided_on impossible-date");
        manager().get(requestAt(reference, "")).then().body("status", equalTo("UNDER_REVIEW"));
        assertThat(faults(reference, submitted, "APPROVED", today.minusDays(20).toString()))
                .isEmpty();
        assertThat(faults(reference, submitted, "APPROVED", today.minusDays(20).toString()))
                .isEmpty();
    }

    @Test
    void a_hold_of_a_portfolio_is_over_when_the_decision_was_made_which_the_next_one_tells() {
        LocalDate submitted = today.minusDays(40);
        String reference = "%d-833".formatted(submitted.getYear());
        row(reference, submitted, "ON_HOLD", "", "");
        row(reference, submitted, "APPROVED", today.minusDays(10).toString(), "");
        manager()
                .get(requestAt(reference, "/clock"))
                .then()
                .body("daysOnHold", equalTo(0))
                .body("dueOn", equalTo(submitted.plusMonths(3).toString()));
    }

    @Test
    void what_is_approved_no_more_is_at_its_fiche_no_more() {
        LocalDate submitted = today.minusDays(40);
        String reference = "%d-834".formatted(submitted.getYear());
        row(reference, submitted, "APPROVED", today.minusDays(10).toString(), "");
        manager().get(requestAt(reference, "/clock")).then().body("step", equalTo("FICHE"));
        row(reference, submitted, "SUBMITTED", "", "");
        manager().get(requestAt(reference, "/clock")).then().body("step", equalTo("SCREENING"));
        row(reference, submitted, "UNDER_REVIEW", "", "");
        manager().get(requestAt(reference, "/clock")).then().body("step", equalTo("REVIEW"));
    }

    private static void row(String reference, LocalDate submitted, String status, String decided, String note) {
        Given.imported("requests", rowOf(reference, submitted, status, decided, note));
    }

    private static String rowOf(String reference, LocalDate submitted, String status, String decided, String note) {
        return """
                reference,submitted_on,title,authorities,countries,themes,status,decided_on,decision_note,provenance
                %s,%s,Moved,%s,BO,BORDER_MANAGEMENT,%s,%s,%s,
                """.formatted(reference, submitted, Given.authority("BO"), status, decided, note);
    }
}
