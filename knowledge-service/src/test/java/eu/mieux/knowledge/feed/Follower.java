package eu.mieux.knowledge.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Follows the stream of events as a front end does. */
final class Follower implements AutoCloseable {

    /** An event, and the id to resume after it. */
    record Told(String id, JsonPath event) {
        String type() {
            return event.getString("type");
        }

        String subject() {
            return event.getString("subject");
        }
    }

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final InputStream body;
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    private Follower(InputStream body) {
        this.body = body;
        Thread.ofVirtual().start(this::read);
    }

    /** @param headers names and values, beside the token */
    static HttpResponse<InputStream> ask(String token, String query, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder call = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d/api/v1/events%s".formatted(RestAssured.port, query)))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (headers.length > 0) {
            call.headers(headers);
        }
        return HTTP.send(call.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    static Follower of(String token, String query, String... headers) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = ask(token, query, headers);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        Follower follower = new Follower(answer.body());
        // The first line says that the stream has begun: what happens now is in it.
        await().atMost(Duration.ofSeconds(20)).until(() -> !follower.lines.isEmpty());
        return follower;
    }

    List<Told> told() {
        return List.copyOf(told);
    }

    List<Told> about(String subject) {
        return told.stream().filter(event -> subject.equals(event.subject())).toList();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    boolean hasEnded() {
        return ended;
    }

    private void read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String id = "";
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    told.add(new Told(id, JsonPath.from(line.substring(5))));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            lines.add("ended by " + e.getMessage());
        } finally {
            ended = true;
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
