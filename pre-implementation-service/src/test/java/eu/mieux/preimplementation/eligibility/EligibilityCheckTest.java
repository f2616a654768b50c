package eu.mieux.preimplementation.eligibility;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void an_authority_of_a_country_that_is_not_covered_does_not_ask_for_another() {
        asked("""
                {"submittedOn":"2017-03-01","authorities":[{"type":"CENTRAL_GOVERNMENT","country":"CH"}],"countries":["NE"]}""")
                .statusCode(200)
                .body("eligible", equalTo(false))
                .body("findings.findAll { it.verdict == 'FAILED' }.subject", contains("CH"))
                .body("findings.findAll { it.verdict == 'FAILED' }.rule", contains("country-covered"));
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

    @Test
    void a_day_that_is_still_to_come_is_not_answered_for() {
        String day = LocalDate.now(Clock.systemUTC()).plusDays(2).toString();
        asked("""
                {"submittedOn":"%s","authorities":[{"type":"PARLIAMENT","country":"CM"}],"countries":["CM"]}""".formatted(day)).statusCode(422).body("errors.pointer", contains("/submittedOn"));
    }

    private static ValidatableResponse askedByOrganisation(String on, String which, String country) {
        return asked("""
                {"submittedOn":"%s","authorities":[{"type":"REGIONAL_ORGANISATION",%s}],"countries":["%s"]}""".formatted(on, which, country));
    }

    @Test
    void a_regional_organisation_asks_with_all_its_members_of_that_day() {
        for (String which : List.of(
                "\"regionalOrganisation\":\"IBERRED\"",
                "\"name\":\"IberRed\"",
                "\"name\":\"Our network\",\"regionalOrganisation\":\"Red Iberoamericana de Fiscales Especializados contra"
                        + " la Trata de Personas (IberRed)\"")) {
            askedByOrganisation("2017-03-01", which, "GT")
                    .statusCode(200)
                    .body("eligible", equalTo(false))
                    .body("findings.findAll { it.verdict == 'FAILED' }.subject", containsInAnyOrder("AD", "ES", "PT"));
        }
        askedByOrganisation("2025-01-28", "\"regionalOrganisation\":\"ECOWAS\"", "GH")
                .body("eligible", equalTo(true))
                .body("findings.subject", hasItem("NE"));
        askedByOrganisation("2025-01-29", "\"regionalOrganisation\":\"ECOWAS\"", "GH")
                .body("eligible", equalTo(true))
                .body("findings.subject", not(hasItem("NE")));
    }

    @Test
    void a_regional_organisation_that_is_not_listed_is_named_and_one_that_is_not_said_is_not_judged() {
        askedByOrganisation("2017-03-01", "\"regionalOrganisation\":\"ATLANTIS\"", "GT")
                .statusCode(422)
                .body("errors.pointer", contains("/authorities/0/regionalOrganisation"))
                .body("errors[0].detail", containsString("IBERRED"));
        asked("""
                {"submittedOn":"2017-03-01","authorities":[{"type":"PARLIAMENT","regionalOrganisation":"ECOWAS"}],"countries":["GH"]}""").statusCode(422).body("errors.pointer", contains("/authorities/0/regionalOrganisation"));
        askedByOrganisation("2017-03-01", "\"name\":\"A club\"", "GT")
                .body("eligible", equalTo(true))
                .body("findings.because", hasItem(containsString("The members of A club on 2017-03-01 are not known")));
    }

    @Test
    void what_is_named_twice_is_named_once() {
        asked("""
                {"submittedOn":"2017-03-01","authorities":[{"type":"LOCAL_AUTHORITY","country":"CM"},
                {"type":"LOCAL_AUTHORITY","country":"CM"}],"countries":["CM"]}""").statusCode(200).body("findings", hasSize(3));
        asked("""
                {"submittedOn":"2017-03-01","authorities":[{"type":"PARLIAMENT","country":"CM","name":"Senate"},
                {"type":"PARLIAMENT","country":"CM","name":"Senate"}],"countries":["CM","NE","CM"]}""").statusCode(422).body("errors.pointer", contains("/authorities/1", "/countries/2"));
    }

    @Test
    void nobody_asks_for_ten_thousand_countries_or_authorities_at_once() {
        String many = String.join(",", Collections.nCopies(10_000, "\"CM\""));
        asked("""
                {"submittedOn":"2017-03-01","authorities":[{"type":"PARLIAMENT","country":"CM"}],"countries":[%s]}""".formatted(many)).statusCode(422).body("errors.pointer", hasItem("/countries"));
        String authorities = String.join(",", Collections.nCopies(10_000, "{\"type\":\"PARLIAMENT\"}"));
        asked("""
                {"submittedOn":"2017-03-01","authorities":[%s],"countries":["CM"]}""".formatted(authorities)).statusCode(422).body("errors.pointer", hasItem("/authorities"));
        asked("""
                {"submittedOn":"2017-03-01","authorities":[],"countries":[]}""").statusCode(422).body("errors.pointer", containsInAnyOrder("/authorities", "/countries"));
    }

    @Test
    void the_question_is_answered_with_subject_rule_verdict_because_and_source() {
        asked("""
                {"submittedOn":"2017-03-01","authorities":[{"type":"CIVIL_SOCIETY","country":"NE"},
                {"type":"CENTRAL_GOVERNMENT","country":"NE"}],"countries":["NE"]}""")
                .statusCode(200)
                .body("eligible", equalTo(true))
                .body("findings[0].keySet()", containsInAnyOrder("subject", "rule", "verdict", "because", "source"))
                .body("findings[0].subject", equalTo("NE"))
                .body("findings[0].verdict", equalTo("PASSED"))
                .body(
                        "findings[0].because",
                        equalTo("Niger is covered by EDF (11th European Development Fund) on 2017-03-01."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr                          | fr | ce pays partenaire est couvert au 1er mars 2017
            es-PE                       | es | este país socio está cubierto a 1 de marzo de 2017
            de, es;q=0.5, fr;q=0.8      | fr | ce pays partenaire est couvert
            en;q=0.2, fr;q=0, es;q=0.1  | en | is covered by EDF
            de                          | en | is covered by EDF
            *                           | en | is covered by EDF
            klingon;;q=x                | en | is covered by EDF
            """)
    void the_answer_is_in_the_readers_language_and_says_so(String accepted, String language, String because) {
        Given.json(Tokens.anonymous().header("Accept-Language", accepted), """
                        {"submittedOn":"2017-03-01","authorities":[{"type":"PARLIAMENT","country":"NE"}],"countries":["NE"]}""")
                .post("/api/v1/eligibility-checks")
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo(language))
                .header("Vary", equalTo("Accept-Language"))
                .body("findings.rule", contains("country-covered", "authority-type-may-ask"))
                .body("findings.verdict", everyItem(equalTo("PASSED")))
                .body("findings[0].because", containsString(because));
    }

    @Test
    void who_does_not_say_which_language_is_answered_in_english() {
        asked("""
                {"submittedOn":"2017-03-01","authorities":[{"type":"PARLIAMENT","country":"NE"}],"countries":["NE"]}""").header("Content-Language", equalTo("en")).header("Vary", equalTo("Accept-Language"));
    }

    private static ValidatableResponse asked(String question) {
        return Given.json(Tokens.anonymous(), question)
                .post("/api/v1/eligibility-checks")
                .then();
    }
}
