package eu.mieux.preimplementation;

import static eu.mieux.chassis.testing.Csv.assertCounts;
import static eu.mieux.chassis.testing.Csv.faults;
import static eu.mieux.chassis.testing.Csv.imported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import eu.mieux.chassis.testing.RealSuite;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is wrong with a file is said row by row, and told all-or-nothing it changes nothing. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class MalformedFileTest {

    private static final String AUTHORITIES = "key,name,type,country,regional_organisation,provenance\n";
    private static final String REQUESTS =
            "reference,submitted_on,title,authorities,countries,themes,status,decided_on,decision_note,provenance\n";

    @Test
    void a_wrong_header_is_shown_the_right_one() {
        assertNothingKept(imported("authorities", "key,name\nx-1,X\n"), "1 null wrong-header");
        assertNothingKept(
                imported("authorities", "name,key,type,country,regional_organisation,provenance\n"),
                "1 null wrong-header");
        assertNothingKept(imported("authorities", ""), "1 null wrong-header");
    }

    @Test
    void a_file_that_is_not_utf_8_is_refused_with_the_line() {
        String text = AUTHORITIES + "x-1,Police,CENTRAL_GOVERNMENT,CI,,\nx-2,Sûreté,CENTRAL_GOVERNMENT,CI,,\n";
        JsonPath operation = imported("authorities", text.getBytes(StandardCharsets.ISO_8859_1), "mode=keep-good");
        assertThat(faults(operation)).containsExactly("3 null wrong-encoding");
    }

    @Test
    void a_byte_order_mark_does_no_harm() {
        assertCounts(imported("authorities", "\uFEFF" + AUTHORITIES + "x-bom,Marked,PARLIAMENT,TN,,\n"), 1, 0, 0);
        Given.manager().get("/api/v1/authorities/x-bom").then().statusCode(200).body("name", equalTo("Marked"));
    }

    @Test
    void windows_line_ends_and_quoted_cells_are_read() {
        assertCounts(
                imported(
                        "authorities",
                        AUTHORITIES.replace("\n", "\r\n") + "x-crlf,\"Police, \"\"North\"\"\",PARLIAMENT,TN,,\r\n"),
                1,
                0,
                0);
        Given.manager()
                .get("/api/v1/authorities/x-crlf")
                .then()
                .statusCode(200)
                .body("name", equalTo("Police, \"North\""));
    }

    @Test
    void an_authority_row_is_told_every_fault_at_once() {
        assertNothingKept(
                imported("authorities", AUTHORITIES + """
                        ,No key,PARLIAMENT,TN,,
                        x-2,,CASTLE,XX,,guessed
                        x-3,Three,PARLIAMENT,TN,,
                        x-3,Three again,PARLIAMENT,TN,,
                        x;4,Four,PARLIAMENT,TN,,
                        k12/../x?,Five,PARLIAMENT,TN,,
                          k 11 ,Six,PARLIAMENT,TN,,
                        x-7,\u202e\u200b,PARLIAMENT,TN,,
                        """),
                "2 key missing-value",
                "3 name missing-value",
                "3 type unknown-code",
                "3 country unknown-code",
                "3 provenance unknown-code",
                "6 key malformed-value",
                "7 key malformed-value",
                "8 key malformed-value",
                "9 name missing-value",
                "5 null duplicate-key");
    }

    @Test
    void a_request_row_is_told_every_fault_at_once() {
        assertNothingKept(
                imported("requests", REQUESTS + """
                        2017-00,2017-02-30,A,nobody,XX,WEATHER,LOST,soon,,guessed
                        2017-003,2017-03-01,,,CM;CM,,DRAFT,2017-02-01,,
                        17-3,,Short,,,,SUBMITTED,,,
                        2021-77,2021-01-01,Dangling,nobody;no-one,CM,,SUBMITTED,,,
                        """),
                "2 submitted_on impossible-date",
                "2 decided_on malformed-value",
                "2 reference malformed-value",
                "2 countries unknown-code",
                "2 themes unknown-code",
                "2 status unknown-code",
                "2 provenance unknown-code",
                "3 reference malformed-value",
                "3 title missing-value",
                "3 countries rule-broken",
                "3 status unknown-code",
                "3 decided_on impossible-date",
                "4 reference malformed-value",
                "5 authorities unknown-reference",
                "5 authorities unknown-reference");
    }

    @Test
    void a_cell_of_ten_megabytes_is_too_large() {
        JsonPath operation =
                imported("authorities", AUTHORITIES + "x-big," + "x".repeat(10_000_000) + ",PARLIAMENT,TN,,\n");
        assertNothingKept(operation, "2 name too-large");
        absent("x-big");
    }

    @Test
    void a_cell_that_never_ends_is_too_large() {
        assertNothingKept(
                imported("authorities", AUTHORITIES + "x-endless," + "x".repeat(40_000_000) + ",PARLIAMENT,TN,,\n"),
                "2 null too-large");
    }

    @Test
    void rows_with_too_few_or_too_many_cells_are_no_csv() {
        assertNothingKept(
                imported("authorities", AUTHORITIES + "x-few,Few\nx-many,Many,PARLIAMENT,TN,,,,\n"),
                "2 null malformed-csv",
                "3 null malformed-csv");
    }

    @Test
    void a_quote_that_is_never_closed_changes_nothing() {
        JsonPath operation =
                imported("authorities", AUTHORITIES + "x-open,\"Open,PARLIAMENT,TN,,\nx-after,After,PARLIAMENT,TN,,\n");
        assertThat(operation.getString("status")).isEqualTo("FAILED");
        assertThat(faults(operation)).isNotEmpty();
        absent("x-open");
    }

    @Test
    void a_nul_character_is_refused() {
        assertNothingKept(
                imported("authorities", AUTHORITIES + "x-nul,N\0L,PARLIAMENT,TN,,\n"), "2 name malformed-value");
    }

    @Test
    void told_to_keep_what_is_good_it_keeps_the_good_rows_and_reports_the_others() {
        JsonPath operation = imported("authorities", AUTHORITIES + """
                x-good,Good,PARLIAMENT,TN,,
                x-bad,Bad,CASTLE,TN,,
                x-fine,Fine,JUDICIARY,TN,,
                """, "mode=keep-good");
        assertThat(operation.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(operation.getInt("created")).isEqualTo(2);
        assertThat(operation.getInt("rejected")).isEqualTo(1);
        assertThat(faults(operation)).containsExactly("3 type unknown-code");
        Given.manager().get("/api/v1/authorities/x-good").then().statusCode(200);
        Given.manager().get("/api/v1/authorities/x-fine").then().statusCode(200);
        absent("x-bad");
    }

    @Test
    void told_all_or_nothing_a_good_row_beside_a_bad_one_is_not_kept() {
        assertNothingKept(
                imported("authorities", AUTHORITIES + "x-lost,Lost,PARLIAMENT,TN,,\nx-wrong,Wrong,CASTLE,TN,,\n"),
                "3 type unknown-code");
        absent("x-lost");
    }

    @Test
    void what_is_not_asked_rightly_is_refused_before_anything_is_read() {
        String imports = "/api/v1/portfolio/authorities/imports";
        Given.manager()
                .contentType("text/csv")
                .body(AUTHORITIES)
                .post(imports + "?mode=perhaps")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/mode"));
        Given.manager()
                .contentType("text/csv")
                .body(AUTHORITIES)
                .post("/api/v1/portfolio/castles/imports")
                .then()
                .statusCode(404);
        Given.json(Given.manager(), "{}").post(imports).then().statusCode(415);
        Given.manager().get(imports + "/" + UUID.randomUUID()).then().statusCode(404);
        Given.manager().get(imports + "/nonsense").then().statusCode(400);
        Given.manager().get("/api/v1/portfolio/castles").then().statusCode(404);
    }

    private static void assertNothingKept(JsonPath operation, String... expected) {
        assertThat(operation.getString("status")).isEqualTo("FAILED");
        assertThat(operation.getString("detail")).contains("Nothing was changed");
        assertThat(faults(operation)).containsExactlyInAnyOrder(expected);
        assertThat(operation.getInt("errorCount")).isEqualTo(expected.length);
    }

    private static void absent(String key) {
        Given.manager().get("/api/v1/authorities/" + key).then().statusCode(404);
    }
}
