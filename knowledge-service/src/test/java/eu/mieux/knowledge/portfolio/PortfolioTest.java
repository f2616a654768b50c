package eu.mieux.knowledge.portfolio;

import static eu.mieux.knowledge.Desk.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import eu.mieux.chassis.testing.Contracts;
import eu.mieux.chassis.testing.Csv;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.chassis.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class PortfolioTest {

    private static final String PUBLICATIONS =
            "key,title,kind,languages,published_on,region,countries,themes,source,provenance\n";

    private static List<String> errors(JsonPath operation, String file, String field) {
        return Tokens.as("manager")
                .get("/api/v1/portfolio/%s/imports/%s/errors".formatted(file, operation.getString("id")))
                .jsonPath()
                .getList("items." + field);
    }

    private static List<String> exported(String file) {
        return Tokens.as("auditor")
                .get("/api/v1/portfolio/" + file)
                .asString()
                .lines()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"publications", "media_mentions", "channel_statistics"})
    void what_was_imported_comes_out_again_and_a_second_import_changes_nothing(String file) {
        List<String> rows = Csv.text(file).lines().toList();

        JsonPath first = Csv.imported(file, Csv.text(file), "");
        JsonPath second = Csv.imported(file, Csv.text(file), "");

        assertThat(first.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(second.getInt("unchanged")).isEqualTo(rows.size() - 1);
        assertThat(second.getInt("created") + second.getInt("updated")).isZero();
        List<String> out = exported(file);
        assertThat(out.getFirst()).isEqualTo(rows.getFirst());
        assertThat(out).containsAll(rows);
        assertThat(Csv.imported(file, String.join("\n", out) + "\n", "").getInt("unchanged"))
                .isEqualTo(out.size() - 1);
    }

    @Test
    void a_row_with_a_date_is_published_and_found_and_one_without_is_a_draft() {
        Csv.imported(
                "publications",
                PUBLICATIONS
                        + "dated-vuvuzela,Vuvuzela,VIDEO,en,2019-05-06,,ZA,,,published\n"
                        + "undated-vuvuzela,Vuvuzela,VIDEO,en,,,ZA,,,published\n",
                "");

        Tokens.anonymous()
                .get("/api/v1/publications/dated-vuvuzela")
                .then()
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"));
        Tokens.anonymous().get("/api/v1/publications/undated-vuvuzela").then().statusCode(404);
        Tokens.as("auditor").get("/api/v1/publications/undated-vuvuzela").then().body("status", equalTo("DRAFT"));
        assertThat(found(Tokens.anonymous(), "q", "vuvuzelas", "year", "2019")).hasSize(1);
    }

    @Test
    void an_edited_row_changes_just_that_record() {
        String rows = PUBLICATIONS + "edit-a,First,VIDEO,en,2019-05-06,,,,,\nedit-b,Second,VIDEO,en,2019-05-06,,,,,\n";
        Csv.imported("publications", rows, "");

        JsonPath edited = Csv.imported("publications", rows.replace("Second", "Corrigendum"), "");

        assertThat(edited.getInt("updated")).isEqualTo(1);
        assertThat(edited.getInt("unchanged")).isEqualTo(1);
        assertThat(found(Tokens.anonymous(), "q", "corrigendum")).hasSize(1);
    }

    @Test
    void a_withdrawn_record_does_not_leave_and_comes_back_with_its_row() {
        String row = PUBLICATIONS + "withdrawn-one,Gone,VIDEO,en,2019-05-06,,,,,\n";
        Csv.imported("publications", row, "");
        Tokens.as("manager")
                .contentType("application/json")
                .body("{\"reason\":\"Out of date.\"}")
                .post("/api/v1/publications/withdrawn-one/withdrawal")
                .then()
                .statusCode(200);
        assertThat(exported("publications")).noneMatch(line -> line.startsWith("withdrawn-one"));

        assertThat(Csv.imported("publications", row, "").getInt("updated")).isEqualTo(1);

        Tokens.anonymous().get("/api/v1/publications/withdrawn-one").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "publications       | bad-1,,VIDEO,en,2019-05-06,,,,,                 | title        | missing-value",
                "publications       | bad-1,\u200b,VIDEO,en,2019-05-06,,,,,           | title        | missing-value",
                "publications       | ../x?,T,VIDEO,en,2019-05-06,,,,,                | key          | malformed-value",
                "publications       | bad-1,T,POEM,en,2019-05-06,,,,,                 | kind         | unknown-code",
                "publications       | bad-1,T,VIDEO,en;xx,2019-05-06,,,,,             | languages    | unknown-code",
                "publications       | bad-1,T,VIDEO,en,2019-02-30,,,,,                | published_on | impossible-date",
                "publications       | bad-1,T,VIDEO,en,yesterday,,,,,                 | published_on | malformed-value",
                "publications       | bad-1,T,VIDEO,en,2019-05-06,MARS,,,,            | region       | unknown-code",
                "publications       | bad-1,T,VIDEO,en,2019-05-06,,ZZ,,,              | countries    | unknown-code",
                "publications       | bad-1,T,VIDEO,en,2019-05-06,,,,,rumour          | provenance   | unknown-code",
                "media_mentions     | bad-1,Radio,GH,2019-02-30,Title,                 | published_on | impossible-date",
                "media_mentions     | bad-1,Radio,ZZ,2019-05-06,Title,                 | country      | unknown-code",
                "media_mentions     | bad;1,Radio,GH,2019-05-06,Title,                 | key          | malformed-value",
                "channel_statistics | 2019,a.b,users,1,                                | channel      | malformed-value",
                "channel_statistics | 2019,website,,1,                                 | metric       | missing-value",
                "channel_statistics | 20l9,website,users,1,                            | year         | malformed-value",
                "channel_statistics | 2019,website,users,many,                         | value        | malformed-value",
                "channel_statistics | 2019,website,users,-5,                           | value        | malformed-value",
                "channel_statistics | 2019,website,users,-0,                           | value        | malformed-value",
                "channel_statistics | 2019,website,users,05,                           | value        | malformed-value",
                "channel_statistics | 2019,website,users,,                             | value        | missing-value",
            })
    void a_bad_row_is_reported_by_line_and_column(String file, String row, String column, String code) {
        String header = Csv.text(file).lines().findFirst().orElseThrow();

        JsonPath operation = Csv.imported(file, header + "\n" + row + "\n", "");

        assertThat(operation.getString("status")).isEqualTo("FAILED");
        assertThat(errors(operation, file, "column")).containsExactly(column);
        assertThat(errors(operation, file, "code")).containsExactly(code);
        assertThat(operation.getInt("created")).isZero();
    }

    @Test
    void a_channel_or_metric_that_is_in_no_code_list_comes_in_all_the_same() {
        String row = "2018,WhatsApp group,forwarded,12,derived";

        JsonPath operation =
                Csv.imported("channel_statistics", "year,channel,metric,value,provenance\n" + row + "\n", "");

        assertThat(operation.getInt("created")).isEqualTo(1);
        assertThat(exported("channel_statistics")).contains(row);
    }

    @Test
    void the_same_key_twice_is_a_fault_of_the_second_row() {
        String row = "2018,website,users,%s,\n";

        JsonPath operation = Csv.imported(
                "channel_statistics",
                "year,channel,metric,value,provenance\n" + row.formatted("1") + row.formatted("2"),
                "mode=keep-good");

        assertThat(errors(operation, "channel_statistics", "code")).containsExactly("duplicate-key");
        Tokens.as("manager")
                .get("/api/v1/channel-statistics/2018:website:users")
                .then()
                .body("value", equalTo("1"));
    }

    @Test
    void a_value_leaves_as_it_was_written_and_is_compared_as_a_number() {
        String header = "year,channel,metric,value,provenance\n";
        Csv.imported("channel_statistics", header + "2016,website,views,12.50,\n", "");

        assertThat(Csv.imported("channel_statistics", header + "2016,website,views,12.5,\n", "")
                        .getInt("unchanged"))
                .isEqualTo(1);

        assertThat(exported("channel_statistics")).contains("2016,website,views,12.50,");
    }

    @Test
    void imported_records_are_published_as_the_contract_says() throws IOException {
        for (String file : List.of("publications", "media_mentions", "channel_statistics")) {
            Csv.imported(file, Csv.text(file), "");
        }
        for (String type : List.of("publication", "media-mention", "channel-statistic")) {
            List<Stream.Published> events = Stream.published("mieux." + type);
            assertThat(events).isNotEmpty();
            for (Stream.Published event : events) {
                Contracts.assertKept(type, event.value());
            }
        }
    }
}
