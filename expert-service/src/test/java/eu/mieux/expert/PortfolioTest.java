package eu.mieux.expert;

import static eu.mieux.chassis.testing.Csv.assertCounts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import eu.mieux.chassis.testing.Csv;
import eu.mieux.chassis.testing.ListOrders;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.chassis.testing.nonsense.Nonsense;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The facility's own history, in and out; the steps build on each other. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
@TestProfile(PortfolioTest.OnAnEmptyDatabase.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PortfolioTest {

    /** A profile of its own gives the test a service and a database of its own. */
    public static class OnAnEmptyDatabase implements QuarkusTestProfile {}

    private static final String EXPERTS = "key,given_name,family_name,gender,nationality,category,background,"
            + "institution,languages,themes,registered_on,provenance\n";
    private static final String DEPLOYMENTS =
            "expert_key,action_code,activity_number,role,starts_on,ends_on,days," + "category,background,provenance\n";

    @BeforeAll
    static void the_activities_are_known() throws IOException {
        Activities.announceAll(Csv.rows("activities"));
    }

    @Test
    @Order(0)
    void a_dry_run_counts_and_keeps_nothing() throws IOException {
        assertCounts(Csv.imported("experts", Csv.text("experts"), "dryRun=true"), 860, 0, 0, 0);
        assertThat(Csv.exported("experts")).isEqualTo(EXPERTS);
    }

    @Test
    @Order(1)
    void the_history_comes_in() throws IOException {
        assertCounts(Csv.imported("experts", Csv.text("experts"), ""), 860, 0, 0, 0);
        assertCounts(Csv.imported("deployments", Csv.text("deployments"), ""), 1147, 0, 0, 0);
        assertThat(Stream.published("mieux.deployment"))
                .hasSize(1147)
                .allSatisfy(event -> assertThat(event.value()).contains("COMPLETED"));
    }

    @Test
    @Order(2)
    void what_came_in_goes_out_again_row_by_row() throws IOException {
        assertThat(Csv.exported("experts")).isEqualTo(Csv.text("experts"));
        assertThat(Csv.exported("deployments")).isEqualTo(Csv.text("deployments"));
    }

    @Test
    @Order(3)
    void the_same_files_again_change_nothing() throws IOException {
        assertCounts(Csv.imported("experts", Csv.text("experts"), ""), 0, 0, 860, 0);
        assertCounts(Csv.imported("deployments", Csv.text("deployments"), ""), 0, 0, 1147, 0);
        assertThat(Stream.published("mieux.expert")).hasSize(860);
    }

    @Test
    @Order(4)
    void an_edited_row_changes_just_that_record() throws IOException {
        String edited = Csv.text("experts").replace("expert-0007,Matthias,", "expert-0007,Mathias,");
        assertCounts(Csv.imported("experts", edited, ""), 0, 1, 859, 0);
        String moved = Csv.text("deployments").replace(",2009-06-22,2009-06-28,5,OTHER,", ",2009-06-22,,,OTHER,");
        assertCounts(Csv.imported("deployments", moved, ""), 0, 1, 1146, 0);
        assertThat(Csv.exported("deployments")).isEqualTo(moved);
    }

    @Test
    @Order(5)
    void keys_brought_in_are_not_allotted_again() {
        assertThat(Roster.registered()).isEqualTo("expert-0861");
    }

    @Test
    @Order(6)
    void wrong_expert_rows_are_named_by_line_and_column() {
        JsonPath operation = Csv.imported("experts", EXPERTS + """
                ,A,B,FEMALE,PT,ICMPD,,,,,2020-01-01,illustrative
                e-1,A,B,WOMAN,PX,BOSS,SPY,,fr:Z1;en:C1,WEATHER,2020-02-30,guessed
                e-2,A,B,FEMALE,PT,ICMPD,ACADEMIA,,fr:C1;fr:C1,,,
                e-3,,,,,OTHER,,,,,,
                e-3,,,,,OTHER,,,,,2020-01-01,
                """, "mode=keep-good");
        assertThat(Csv.faults(operation))
                .containsExactlyInAnyOrder(
                        "2 key missing-value",
                        "3 gender unknown-code",
                        "3 nationality unknown-code",
                        "3 category unknown-code",
                        "3 background unknown-code",
                        "3 languages unknown-code",
                        "3 themes unknown-code",
                        "3 registered_on impossible-date",
                        "3 provenance unknown-code",
                        "4 background rule-broken",
                        "4 languages rule-broken",
                        "6 null duplicate-key");
        assertCounts(operation, 1, 0, 0, 4);
        Tokens.as("emm").get("/api/v1/experts/e-3").then().statusCode(200).body("gender", Matchers.nullValue());
        assertThat(Csv.exported("experts")).contains("e-3,,,,,OTHER,,,,,,\n");
    }

    @Test
    @Order(7)
    void wrong_deployment_rows_are_named_by_line_and_column_and_change_nothing() {
        JsonPath operation = Csv.imported("deployments", DEPLOYMENTS + """
                nobody,2009-01,1,,,,,OTHER,,
                expert-0002,2009-01,99,,,,,OTHER,,
                expert-0002,,one,%s,2020-01-03,2020-01-02,-1,,,
                expert-0002,2009-01,2,,,,,ICMPD,ACADEMIA,
                expert-0003,2009-01,2,,,,,ICMPD,,
                """.formatted("R".repeat(101)), "");
        assertThat(operation.getString("status")).isEqualTo("FAILED");
        assertThat(Csv.faults(operation))
                .containsExactlyInAnyOrder(
                        "2 expert_key unknown-reference",
                        "3 activity_number unknown-reference",
                        "4 action_code missing-value",
                        "4 activity_number malformed-value",
                        "4 role malformed-value",
                        "4 ends_on impossible-date",
                        "4 days malformed-value",
                        "4 category missing-value",
                        "5 background rule-broken");
        assertThat(Csv.exported("deployments")).doesNotContain("expert-0003,2009-01,2");
    }

    @Test
    @Order(8)
    void a_role_that_is_in_no_code_list_comes_in_all_the_same() {
        String row = "expert-0003,2009-01,2,FACILITATOR,,,,ICMPD,,";
        assertCounts(Csv.imported("deployments", DEPLOYMENTS + row + "\n", ""), 1, 0, 0, 0);
        assertThat(Csv.exported("deployments")).contains(row + "\n");
    }

    @Test
    @Order(9)
    void a_deployment_that_counts_goes_out_before_it_is_completed_and_coming_in_again_changes_nothing()
            throws Exception {
        String activity = "\"actionCode\":\"2009-01\",\"activityNumber\":1";
        String agreed = deployment("expert-0005", activity);
        act(agreed, "invitation");
        act(agreed, "acceptance");
        act(deployment("expert-0006", activity), "invitation");
        String out = Csv.exported("deployments");
        assertThat(out).contains("expert-0005,2009-01,1,").doesNotContain("expert-0006,2009-01,1,");
        assertCounts(Csv.imported("deployments", out, ""), 0, 0, 1149, 0);
        Tokens.as("emm")
                .get("/api/v1/deployments/" + agreed)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"));
    }

    private static String deployment(String expert, String activity) {
        return Tokens.as("emm")
                .contentType(ContentType.JSON)
                .body("{\"expertKey\":\"%s\",%s}".formatted(expert, activity))
                .post("/api/v1/deployments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void act(String deployment, String act) {
        Tokens.of("manager")
                .request()
                .noContentType()
                .post("/api/v1/deployments/" + deployment + "/" + act)
                .then()
                .statusCode(200);
    }

    @Test
    @Order(10)
    void an_absurdly_long_key_is_a_fault_of_its_row() {
        JsonPath operation = Csv.imported("experts", EXPERTS + "e".repeat(5000) + ",,,,,OTHER,,,,,2020-01-01,\n", "");
        assertThat(Csv.faults(operation)).containsExactly("2 key too-large");
    }

    @Test
    @Order(98)
    void every_list_gives_every_row_once_in_every_order() {
        ListOrders.giveEveryRowOnceAndInOrder(2);
    }

    @Test
    @Order(99)
    void nonsense_is_answered_properly() throws InterruptedException {
        Nonsense.isAnsweredProperly(Map.of("regions", List.of("AFRICA_WEST"), "expert", List.of("expert-1")));
    }
}
