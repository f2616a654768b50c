package eu.mieux.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The API through the gateway, as a manager. */
final class Api implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String gateway;
    private final String token;

    Api(Suite suite) throws IOException, InterruptedException {
        this.gateway = suite.gateway();
        this.token = suite.token("manager");
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return ask("GET", path, BodyPublishers.noBody());
    }

    JsonNode post(String path, String type, BodyPublisher body) throws IOException, InterruptedException {
        return ask("POST", path, body, "Content-Type", type);
    }

    void put(String path, String ifMatch, String json) throws IOException, InterruptedException {
        ask("PUT", path, BodyPublishers.ofString(json), "Content-Type", "application/json", "If-Match", ifMatch);
    }

    /** An attendance record. */
    static String heads(int female) {
        return "{\"female\":%d,\"male\":12,\"other\":0}".formatted(female);
    }

    private JsonNode ask(String method, String path, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + token)
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException("%s %s: %d %s".formatted(method, path, response.statusCode(), response.body()));
        }
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        client.close();
    }
}
