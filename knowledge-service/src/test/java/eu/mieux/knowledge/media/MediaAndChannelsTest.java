package eu.mieux.knowledge.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class MediaAndChannelsTest {

    private static final String MENTIONS = "/api/v1/media-mentions";
    private static final String STATISTICS = "/api/v1/channel-statistics";

    private static RequestSpecification communications(String body) {
        return Tokens.as("communications").contentType("application/json").body(body);
    }

    @Test
    void a_mention_is_recorded_read_listed_and_amended() {
        String mention =
                "{\"outlet\":\"Radio Ouaga\",\"country\":\"BF\",\"publishedOn\":\"2019-03-04\",\"title\":\"%s\"}";
        communications(mention.formatted("On air"))
                .post(MENTIONS)
                .then()
                .statusCode(201)
                .body("key", equalTo("2019-03-04-radio-ouaga"));
        Tokens.as("partner")
                .get(MENTIONS + "?year=2019&country=BF")
                .then()
                .body("items.key", hasItem("2019-03-04-radio-ouaga"));

        communications(mention.formatted("On air again"))
                .header("If-Match", "\"1\"")
                .put(MENTIONS + "/2019-03-04-radio-ouaga")
                .then()
                .statusCode(200)
                .body("title", equalTo("On air again"))
                .body("version", equalTo(2));
    }

    @Test
    void a_mention_of_tomorrow_or_of_no_country_is_refused() {
        communications("{\"outlet\":\"A\",\"country\":\"ZZ\",\"publishedOn\":\"2199-01-01\",\"title\":\"B\"}")
                .post(MENTIONS)
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/country", "/publishedOn"));
    }

    @Test
    void a_statistic_is_recorded_once_and_then_corrected() {
        String followers = "{\"year\":2021,\"channel\":\"linkedin\",\"metric\":\"followers\",\"value\":\"1500.50\"}";
        communications(followers).post(STATISTICS).then().statusCode(201).body("value", equalTo("1500.50"));
        communications(followers)
                .post(STATISTICS)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:channel-statistic-exists"));

        communications("{\"value\":\"1501\"}")
                .header("If-Match", "\"1\"")
                .put(STATISTICS + "/2021:linkedin:followers")
                .then()
                .statusCode(200)
                .body("value", equalTo("1501"));
        Tokens.as("partner")
                .get(STATISTICS + "?year=2021&channel=linkedin")
                .then()
                .body("items.value", hasItem("1501"));
    }

    @Test
    void a_mention_whose_key_looks_like_an_id_is_found_by_its_key() {
        communications("{\"outlet\":\"Café Bad\",\"publishedOn\":\"2019-03-04\",\"title\":\"On air\"}")
                .post(MENTIONS)
                .then()
                .statusCode(201)
                .body("key", equalTo("2019-03-04-cafe-bad"));
        Tokens.as("partner")
                .get(MENTIONS + "/2019-03-04-cafe-bad")
                .then()
                .statusCode(200)
                .body("outlet", equalTo("Café Bad"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "-0", "05", "+5", "5.", ".5", "5e3", ""})
    void a_count_is_nothing_less_than_zero_and_has_one_way_to_be_written(String value) {
        communications("{\"year\":2011,\"channel\":\"linkedin\",\"metric\":\"views\",\"value\":\"%s\"}"
                        .formatted(value))
                .post(STATISTICS)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/value"))
                .body("errors[0].detail", containsString("zero or more"));
        communications("{\"value\":\"%s\"}".formatted(value))
                .header("If-Match", "\"1\"")
                .put(STATISTICS + "/2011:linkedin:views")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/value"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/channel-statistics | {\"year\":2021,\"channel\":\"linkedin\",\"metric\":\"views\",\"value\":\"many\"}",
                "/api/v1/channel-statistics | {\"year\":2021,\"channel\":\"linkedin\",\"metric\":\"views\",\"value\":\"1e9\"}",
                "/api/v1/channel-statistics | {\"year\":12021,\"channel\":\"linkedin\",\"metric\":\"views\",\"value\":\"1\"}",
                "/api/v1/channel-statistics | {\"year\":99999999999,\"channel\":\"linkedin\",\"metric\":\"views\",\"value\":\"1\"}",
                "/api/v1/channel-statistics | {\"year\":2021,\"channel\":\"telepathy\",\"metric\":\"smiles\",\"value\":\"1\"}",
                "/api/v1/channel-statistics | {}",
                "/api/v1/media-mentions     | {\"outlet\":\"A\",\"publishedOn\":\"2019-02-30\",\"title\":\"B\"}",
                "/api/v1/media-mentions     | {\"outlet\":\"A\",\"publishedOn\":\"+999999999-01-01\",\"title\":\"B\"}",
                "/api/v1/media-mentions     | {\"outlet\":\" \",\"title\":\"\"}",
                "/api/v1/media-mentions     | {\"outlet\":{},\"title\":[]}",
            })
    void nonsense_is_answered_with_a_problem(String path, String body) {
        assertThat(communications(body).post(path).statusCode()).isIn(400, 422);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/media-mentions", "/api/v1/channel-statistics"})
    void a_token_is_needed_to_read_and_an_editor_to_write(String path) {
        Tokens.anonymous().get(path).then().statusCode(401);
        Tokens.as("officer")
                .contentType("application/json")
                .body("{}")
                .post(path)
                .then()
                .statusCode(403);
        Tokens.as("partner").get(path + "/unknown").then().statusCode(404);
        Tokens.as("partner").get(path + "?cursor=%21").then().statusCode(400);
    }
}
