package eu.mieux.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The facility's own portfolio, and files in and out of the service under test over HTTP. */
public final class Csv {

    private static final Path PORTFOLIO = RealSuite.root().resolve("deploy/portfolio/mieux-2009-2024");
    private static final String FILES = "/api/v1/portfolio/";

    private Csv() {}

    /** A file of the portfolio as it stands there; {@code file} is its name without {@code .csv}. */
    public static String text(String file) {
        try {
            return Files.readString(PORTFOLIO.resolve(file + ".csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a file of the portfolio, by column. */
    public static List<Map<String, String>> rows(String file) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(PORTFOLIO.resolve(file + ".csv"))) {
            return csv.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Imports a text, all or nothing, and waits for the end of the operation. */
    public static JsonPath imported(String file, String text) {
        return imported(file, text, "mode=all-or-nothing");
    }

    /** As {@link #imported(String, String)}; {@code query} says how: {@code mode=keep-good&dryRun=true}. */
    public static JsonPath imported(String file, String text, String query) {
        return imported(file, text.getBytes(StandardCharsets.UTF_8), query);
    }

    public static JsonPath imported(String file, byte[] bytes, String query) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port
                        + FILES + file + "/imports" + (query.isEmpty() ? "" : "?" + query)))
                .header("Authorization", "Bearer " + Tokens.of("manager").token())
                .header("Content-Type", "text/csv; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String operation = URI.create(answer.headers().firstValue("Location").orElseThrow())
                .getPath();
        return await().atMost(Duration.ofMinutes(5))
                .until(
                        () -> Tokens.as("manager").get(operation).jsonPath(),
                        at -> !"RUNNING".equals(at.getString("status")));
    }

    /** The faults of an import as {@code line column code}; each says what is wrong and what would be right. */
    public static List<String> faults(JsonPath operation) {
        String file = operation.getString("file");
        List<Map<String, Object>> items = Tokens.as("manager")
                .get("%s%s/imports/%s/errors?limit=200"
                        .formatted(FILES, file.replace(".csv", ""), operation.getString("id")))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
        assertThat(items)
                .allSatisfy(item -> assertThat(item)
                        .containsEntry("file", file)
                        .hasEntrySatisfying(
                                "message",
                                message -> assertThat((String) message).isNotBlank())
                        .hasEntrySatisfying(
                                "remedy", remedy -> assertThat((String) remedy).isNotBlank()));
        return items.stream()
                .map(item -> "%s %s %s".formatted(item.get("line"), item.get("column"), item.get("code")))
                .toList();
    }

    /** What the service gives out for a file now. */
    public static String exported(String file) {
        return Tokens.as("manager")
                .get(FILES + file)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** The import succeeded without faults, and this is what became of its rows. */
    public static void assertCounts(JsonPath operation, int created, int updated, int unchanged) {
        assertCounts(operation, created, updated, unchanged, 0);
    }

    /** The import succeeded, and this is what became of its rows. */
    public static void assertCounts(JsonPath operation, int created, int updated, int unchanged, int rejected) {
        assertThat(List.of(
                        operation.getString("status"),
                        operation.getInt("created"),
                        operation.getInt("updated"),
                        operation.getInt("unchanged"),
                        operation.getInt("rejected")))
                .as("status, created, updated, unchanged, rejected of %s", operation.prettify())
                .containsExactly("SUCCEEDED", created, updated, unchanged, rejected);
    }

    /** The client of the JDK: the other one takes minutes over megabytes. */
    private static HttpResponse<String> send(HttpRequest request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
