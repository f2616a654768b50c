package eu.mieux.preimplementation.eligibility;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class EligibilityCheckTest {

    @Test
    void anybody_may_ask_before_writing_a_letter() {
        asked("""
                {"submittedOn":"2017-03-01","authorities":[{"type":"CIVIL_SOCIETY","country":"NE"}],"countries":["NE"]}""")
                .statusCode(200)
                .body("eligible", equalTo(false))
                .body(
                        "findings.rule",
                        containsInAnyOrder("country-covered", "authority-type-may-ask", "civil-society-jointly"))
                .body("findings.verdict", hasItem("FAILED"))
                .body("findings.because", everyItem(notNullValue()))
                .body("findings.source", everyItem(notNullValue()));
    }

    @Test
    void what_is_wrong_with_the_question_is_named() {
        asked("""
                {"submittedOn":"2017-03-01","authorities":[{"type":"CASTLE","country":"XX"}],"countries":["ZZ"]}""")
                .statusCode(422)
                .body("errors.pointer", contains("/authorities/0/type", "/authorities/0/country", "/countries/0"));
        asked("{}")
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/authorities", "/countries", "/submittedOn"));
        asked("""
                {"submittedOn":"2017-03-01","authorities":[null],"countries":[null]}""").statusCode(422);
        asked("""
                {"submittedOn":"2201-12-31","authorities":[{"type":"PARLIAMENT"}],"countries":["CM"]}""").statusCode(422).body("errors.pointer", contains("/submittedOn"));
        asked("""
                {"submittedOn":"yesterday","authorities":[],"countries":[]}""").statusCode(400);
    }

    private static ValidatableResponse asked(String question) {
        return Given.json(Tokens.anonymous(), question)
                .post("/api/v1/eligibility-checks")
                .then();
    }
}
