package eu.mieux.monitoring.report;

import static org.hamcrest.Matchers.containsString;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class ReportRefusalsTest {

    private static final String REPORTS = "/api/v1/annual-reports";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/2016/figures/activities.totale",
                "/2016/figures/activities.totale/records",
                "/2016/figures/channel.website.nonsense",
                "/2016/figures/channel.website.nonsense/records",
                "/2016/figures/channel.",
                "/1066",
                "/9999",
                "/20170",
                "/soon",
                "/1066/ledger",
                "/1066/figures/activities.total/records"
            })
    void what_is_not_there_is_absent(String path) {
        Tokens.as("manager").get(REPORTS + path).then().statusCode(404).contentType(containsString("problem+json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/2016?asOf=yesterday",
                "/2016?asOf=2018-13-01T00:00:00Z",
                "/2016/figures/activities.total/records?cursor=...",
                "/2016/figures/activities.total/records?cursor=bm9uc2Vuc2U",
                "/2016/figures/activities.total/records?cursor=KzEyMzQ1Njc4OS0wMS0wMR9hHzE",
                "/2016/ledger?cursor=eA",
                "?cursor=eA"
            })
    void what_cannot_be_read_is_malformed(String path) {
        Tokens.as("manager").get(REPORTS + path).then().statusCode(400).contentType(containsString("problem+json"));
    }

    @Test
    void a_time_to_come_is_not_known_yet() {
        for (String time : new String[] {"2199-01-01T00:00:00Z", "+999999999-01-01T00:00:00Z"}) {
            Tokens.as("manager")
                    .queryParam("asOf", time)
                    .get(REPORTS + "/2016")
                    .then()
                    .statusCode(422);
        }
    }

    @Test
    void a_time_before_all_times_knows_nothing_and_says_so() {
        Tokens.as("manager")
                .queryParam("asOf", "-999999999-01-01T00:00:00Z")
                .get(REPORTS + "/2016/figures/activities.total")
                .then()
                .statusCode(200)
                .body("value", org.hamcrest.Matchers.is(0));
    }

    @Test
    void a_page_holds_1_to_200_items() {
        for (String limit : new String[] {"0", "-1", "201"}) {
            for (String list : new String[] {"", "/2016/ledger", "/2016/figures/activities.total/records"}) {
                Tokens.as("manager")
                        .get(REPORTS + list + "?limit=" + limit)
                        .then()
                        .statusCode(422);
            }
        }
    }

    @Test
    void a_year_that_has_not_begun_is_not_published() {
        Tokens.as("manager").post(REPORTS + "/2199/publication").then().statusCode(409);
        Tokens.as("manager").post(REPORTS + "/1066/publication").then().statusCode(404);
    }
}
