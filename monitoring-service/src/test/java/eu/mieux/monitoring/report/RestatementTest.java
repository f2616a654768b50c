package eu.mieux.monitoring.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.monitoring.fact.TestFacts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a published report prints stands, and what would be printed today is shown beside it. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class RestatementTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String R1972 = "/api/v1/annual-reports/1972";
    private static final String TOTAL = R1972 + "/figures/activities.total";

    @Inject
    AgroalDataSource database;

    private final UUID correctable = UUID.randomUUID();
    private TestFacts facts;

    @BeforeEach
    void a_report_is_published() {
        facts = new TestFacts(database);
        facts.forget();
        facts.execute("delete from annual_report");
        facts.learn(Map.of(
                "activity",
                List.of(activity(1, "1971-03-01", null), activity(2, "1972-03-01", null)),
                "channel-statistic",
                List.of(JSON.createObjectNode()
                        .put("year", 1971)
                        .put("channel", "website")
                        .put("metric", "users")
                        .put("value", "7"))));
        facts.learn("activity", correctable, 1, TestFacts.TOLD, activity(3, "1972-04-01", "illustrative"));
        Tokens.as("manager").post(R1972 + "/publication").then().statusCode(201);
    }

    @Test
    void nothing_is_restated_while_nothing_has_changed() {
        asPrinted(TOTAL).body("restated", nullValue());
    }

    @Test
    void a_correction_of_the_year_before_leaves_what_is_printed_and_shows_beside_it() {
        facts.learn(Map.of("activity", List.of(activity(4, "1971-05-01", null))));
        asPrinted(TOTAL)
                .body("restated.value", is(2))
                .body("restated.previous", is(2))
                .body("restated.change", is(0.0f))
                .body("restated.illustrativeShare", is(50.0f));
        JsonPath whole = Tokens.anonymous().get(R1972).jsonPath();
        JsonPath one = Tokens.anonymous().get(TOTAL).jsonPath();
        assertThat(whole.getMap("figures.find { it.id == 'activities.total' }")).isEqualTo(one.getMap(""));
    }

    @Test
    void a_record_that_turns_out_to_be_real_leaves_the_printed_share_of_illustrative_ones() {
        facts.learn("activity", correctable, 2, Instant.now(), activity(3, "1972-04-01", "published"));
        asPrinted(TOTAL)
                .body("restated.value", is(2))
                .body("restated.previous", is(1))
                .body("restated.illustrativeShare", is(0.0f));
    }

    @Test
    void a_channel_without_a_statistic_of_the_year_has_no_figure_whatever_the_year_before_had() {
        for (String path : new String[] {"", "/records"}) {
            Tokens.anonymous()
                    .get(R1972 + "/figures/channel.website.users" + path)
                    .then()
                    .statusCode(404)
                    .body(
                            "detail",
                            is("There is no figure channel.website.users of 1972, or it is not in your sight."));
        }
        Tokens.anonymous().get(R1972).then().body("figures.id", not(hasItem("channel.website.users")));
    }

    private static ValidatableResponse asPrinted(String figure) {
        return Tokens.anonymous()
                .get(figure)
                .then()
                .statusCode(200)
                .body("value", is(2))
                .body("previous", is(1))
                .body("change", is(100.0f))
                .body("illustrativeShare", is(50.0f));
    }

    private static ObjectNode activity(int number, String startsOn, String provenance) {
        ObjectNode activity = JSON.createObjectNode()
                .put("actionCode", "1971-01")
                .put("number", number)
                .put("type", "WORKSHOP")
                .put("startsOn", startsOn)
                .put("status", "DELIVERED")
                .put("provenance", provenance);
        activity.putArray("beneficiaryCountries");
        return activity;
    }
}
