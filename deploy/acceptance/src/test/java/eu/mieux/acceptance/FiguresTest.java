package eu.mieux.acceptance;

import static eu.mieux.acceptance.Suite.anonymous;
import static eu.mieux.acceptance.Suite.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The figures that the facility printed, computed again from its records. */
class FiguresTest {

    @Test
    void every_printed_figure_comes_out_as_computed() throws IOException {
        Map<String, JsonPath> reports = new HashMap<>();
        SoftAssertions softly = new SoftAssertions();
        for (NamedCsvRecord row : rows(Suite.portfolio().resolve("expected-figures.csv"))) {
            String year = row.getField("year");
            String computed = row.getField("computed");
            if (computed.isEmpty()) {
                continue;
            }
            JsonPath report = reports.computeIfAbsent(
                    year,
                    y -> as("auditor")
                            .get("/api/v1/annual-reports/" + y)
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath());
            Object value = report.get("figures.find { it.id == '" + row.getField("figure") + "' }.value");
            softly.assertThat(new BigDecimal(String.valueOf(value)))
                    .as("%s of %s", row.getField("figure"), year)
                    .isEqualByComparingTo(computed);
        }
        softly.assertAll();
    }

    @Test
    void the_published_report_is_open_and_a_provisional_one_is_not() {
        anonymous().get("/api/v1/annual-reports/2017").then().statusCode(200).body("status", equalTo("published"));
        anonymous().get("/api/v1/annual-reports/2016").then().statusCode(401).contentType("application/problem+json");
        as("monitoring")
                .get("/api/v1/annual-reports/2016")
                .then()
                .statusCode(200)
                .body("status", equalTo("provisional"));
    }

    @Test
    void behind_a_figure_are_its_very_records() {
        List<Object> all = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = anonymous()
                    .queryParam("limit", 25)
                    .queryParam("cursor", cursor == null ? "" : cursor)
                    .get("/api/v1/annual-reports/2017/figures/activities.total/records")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            all.addAll(page.getList("items"));
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(all).hasSize(64).doesNotHaveDuplicates();
    }

    @Test
    void the_ledger_shows_what_was_printed_against_what_is_computed() {
        anonymous()
                .queryParam("limit", 200)
                .get("/api/v1/annual-reports/2017/ledger")
                .then()
                .statusCode(200)
                .body(
                        "items.find { it.figure == 'activities.growth.LATIN_AMERICA_CARIBBEAN' }.verdict",
                        equalTo("MISPRINT"))
                .body("items.find { it.figure == 'activities.growth.LATIN_AMERICA_CARIBBEAN' }.printed", equalTo("280"))
                .body("items.size()", greaterThan(50));
    }

    @Test
    void labels_come_in_the_readers_language() {
        String english = label("en");
        String french = label("fr");
        String spanish = label("es");
        assertThat(List.of(english, french, spanish)).doesNotHaveDuplicates();
    }

    private static String label(String language) {
        return anonymous()
                .header("Accept-Language", language)
                .get("/api/v1/annual-reports/2017/figures/activities.total")
                .then()
                .statusCode(200)
                .extract()
                .path("label");
    }

    static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().toList();
        }
    }
}
