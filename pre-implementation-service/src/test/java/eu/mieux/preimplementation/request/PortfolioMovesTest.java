package eu.mieux.preimplementation.request;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
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
        String reference = "2005-821";
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

    private static void row(String reference, LocalDate submitted, String status, String decided, String note) {
        Given.imported("requests", """
                reference,submitted_on,title,authorities,countries,themes,status,decided_on,decision_note,provenance
                %s,%s,Moved,%s,BO,BORDER_MANAGEMENT,%s,%s,%s,
                """.formatted(reference, submitted, Given.authority("BO"), status, decided, note));
    }
}
