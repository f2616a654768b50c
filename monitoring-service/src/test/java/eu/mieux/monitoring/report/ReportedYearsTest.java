package eu.mieux.monitoring.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.monitoring.fact.TestFacts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which years there are reports of, and which can be published. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class ReportedYearsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REPORTS = "/api/v1/annual-reports";

    @Inject
    AgroalDataSource database;

    private TestFacts facts;

    @BeforeEach
    void nothing_is_known() {
        facts = new TestFacts(database);
        facts.forget();
        facts.execute("delete from annual_report");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            request           | {"title":"t","authorityKeys":[],"countries":[],"themes":[],"status":"SUBMITTED","submittedOn":"1960-05-01"}
            action            | {"code":"1960-01","name":"n","countries":[],"themes":[],"status":"ONGOING","launchedOn":"1960-05-01"}
            action            | {"code":"1960-01","name":"n","countries":[],"themes":[],"status":"COMPLETED","completedOn":"1960-05-01"}
            activity          | {"actionCode":"1960-01","number":1,"type":"WORKSHOP","beneficiaryCountries":[],"status":"DELIVERED","startsOn":"1960-05-01"}
            deliverable       | {"actionCode":"1960-01","title":"t","type":"SOP","languages":[],"status":"HANDED_OVER","handedOverOn":"1960-05-01"}
            expert            | {"key":"k","gender":"FEMALE","category":"OTHER","registeredOn":"1960-05-01"}
            evaluation        | {"actionCode":"1960-01","audience":"PARTICIPANT","question":"q","score":5,"responses":3,"collectedOn":"1960-05-01"}
            publication       | {"key":"k","title":"t","kind":"STUDY","languages":[],"countries":[],"themes":[],"status":"PUBLISHED","publishedOn":"1960-05-01"}
            media-mention     | {"key":"k","publishedOn":"1960-05-01"}
            channel-statistic | {"year":1960,"channel":"website","metric":"users","value":"7"}
            travel-leg        | {"key":"k","travellerKind":"TEAM","travellerKey":"t","fromIata":"VIE","toIata":"BRU","departedOn":"1960-05-01"}
            carbon-offset     | {"key":"k","year":1960,"tonnesCo2e":"1.5"}
            """)
    void a_year_of_which_one_thing_is_known_is_listed_for_staff(String type, String state) {
        facts.learn(Map.of(type, List.of(json(state))));
        Tokens.as("officer").get(REPORTS).then().statusCode(200).body("items.year", is(List.of(1960)));
        Tokens.anonymous().get(REPORTS).then().statusCode(200).body("items.year", is(List.of()));
    }

    @Test
    void years_that_hold_nothing_are_not_listed_and_the_others_come_the_latest_first_page_by_page() {
        facts.learn(Map.of(
                "media-mention",
                List.of(mention("1960-01-01"), mention("1960-12-31"), mention("1964-02-29"), mention("1967-07-01"))));
        JsonPath page = Tokens.as("auditor").get(REPORTS + "?limit=2").jsonPath();
        assertThat(page.getList("items.year")).containsExactly(1967, 1964);
        Tokens.as("auditor")
                .get(REPORTS + "?limit=2&cursor=" + page.getString("next"))
                .then()
                .body("items.year", is(List.of(1960)));
    }

    @Test
    void a_year_that_a_correction_has_emptied_is_listed_no_more() {
        UUID id = UUID.randomUUID();
        facts.learn("media-mention", id, 1, TestFacts.TOLD, mention("1960-01-01"));
        facts.learn("media-mention", id, 2, TestFacts.TOLD.plusSeconds(1), mention("1961-01-01"));
        Tokens.as("auditor").get(REPORTS).then().body("items.year", is(List.of(1961)));
    }

    @Test
    void a_year_before_anything_is_known_is_not_published_but_an_empty_one_between_others_is() {
        facts.learn(Map.of("media-mention", List.of(mention("1960-01-01"), mention("1962-01-01"))));
        Tokens.as("manager")
                .post(REPORTS + "/1959/publication")
                .then()
                .statusCode(409)
                .body("type", is("urn:mieux:problem:nothing-known-of-year"))
                .body("detail", containsString("1959"));
        Tokens.as("manager").post(REPORTS + "/1961/publication").then().statusCode(201);
        Tokens.anonymous().get(REPORTS).then().body("items.year", is(List.of(1961)));
        Tokens.as("manager").get(REPORTS).then().body("items.year", is(List.of(1962, 1961, 1960)));
    }

    private static ObjectNode mention(String day) {
        return JSON.createObjectNode().put("key", "of " + day).put("publishedOn", day);
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
