package eu.mieux.preimplementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
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

/** The facility's own portfolio, and files in and out over HTTP. */
final class Csv {

    private static final Path PORTFOLIO = RealSuite.root().resolve("deploy/portfolio/mieux-2009-2024");

    private Csv() {}

    static String text(String file) throws IOException {
        return Files.readString(PORTFOLIO.resolve(file + ".csv"));
    }

    static JsonPath imported(String file, String text) {
        return imported(file, text.getBytes(StandardCharsets.UTF_8), "mode=all-or-nothing");
    }

    static JsonPath keptWhatIsGood(String file, String text) {
        return imported(file, text.getBytes(StandardCharsets.UTF_8), "mode=keep-good");
    }

    /** Imports these bytes and waits for the end of the operation. */
    static JsonPath imported(String file, byte[] bytes, String query) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":"
                        + RestAssured.port + "/api/v1/portfolio/" + file + "/imports?" + query))
                .header("Authorization", "Bearer " + Tokens.of("manager").token())
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String location = answer.headers().firstValue("Location").orElseThrow();
        String path = location.substring(location.indexOf("/api/"));
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> Tokens.as("manager").get(path).then().extract().jsonPath(),
                        operation -> !"RUNNING".equals(operation.getString("status")));
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

    /** The faults of an import as {@code line column code}; each says what is wrong and what would be right. */
    static List<String> faults(JsonPath operation) {
        String file = operation.getString("file").replace(".csv", "");
        List<Map<String, Object>> items = Tokens.as("manager")
                .get("/api/v1/portfolio/%s/imports/%s/errors?limit=200".formatted(file, operation.getString("id")))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
        assertThat(items)
                .allSatisfy(item -> assertThat(item)
                        .containsEntry("file", file + ".csv")
                        .hasEntrySatisfying(
                                "message",
                                message -> assertThat((String) message).isNotBlank())
                        .hasEntrySatisfying(
                                "remedy", remedy -> assertThat((String) remedy).isNotBlank()));
        return items.stream()
                .map(item -> "%s %s %s".formatted(item.get("line"), item.get("column"), item.get("code")))
                .toList();
    }

    static String exported(String file) {
        return Tokens.as("manager")
                .get("/api/v1/portfolio/" + file)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    static void assertCounts(JsonPath operation, int created, int updated, int unchanged) {
        assertThat(List.of(
                        operation.getString("status"),
                        operation.getInt("created"),
                        operation.getInt("updated"),
                        operation.getInt("unchanged"),
                        operation.getInt("rejected")))
                .as(operation.prettify())
                .containsExactly("SUCCEEDED", created, updated, unchanged, 0);
    }
}
