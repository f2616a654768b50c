package eu.mieux.expert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The facility's own portfolio, and files in and out over HTTP. */
public final class Csv {

    private static final Path PORTFOLIO = RealSuite.root().resolve("deploy/portfolio/mieux-2009-2024");

    private Csv() {}

    public static String text(String file) throws IOException {
        return Files.readString(PORTFOLIO.resolve(file + ".csv"));
    }

    public static List<Map<String, String>> rows(String file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(PORTFOLIO.resolve(file + ".csv"))) {
            return csv.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        }
    }

    /** Imports a text as a file, all or nothing unless the query says otherwise, and waits for the end of the operation. */
    public static JsonPath imported(String file, String text, String query) {
        String at = Tokens.as("manager")
                .contentType("text/csv; charset=utf-8")
                .body(text)
                .post("/api/v1/portfolio/" + file + "/imports" + (query.isEmpty() ? "" : "?" + query))
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        String path = at.substring(at.indexOf("/api/"));
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> Tokens.as("manager").get(path).then().extract().jsonPath(),
                        operation -> !"RUNNING".equals(operation.getString("status")));
    }

    /** The faults of an import as {@code line column code}. */
    public static List<String> faults(String file, JsonPath operation) {
        List<Map<String, Object>> items = Tokens.as("manager")
                .get("/api/v1/portfolio/%s/imports/%s/errors?limit=200".formatted(file, operation.getString("id")))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
        assertThat(items)
                .allSatisfy(item -> assertThat(item.get("message").toString())
                        .as("says what is wrong")
                        .isNotBlank());
        return items.stream()
                .map(item -> "%s %s %s".formatted(item.get("line"), item.get("column"), item.get("code")))
                .toList();
    }

    public static String exported(String file) {
        return Tokens.as("manager")
                .get("/api/v1/portfolio/" + file)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
