package eu.mieux.chassis.proof;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How the tests of the edge ask, and what every refusal looks like. */
final class Edge {

    static final String SHOES = "/api/v1/shoes";

    /** Signed once: the addresses are many. */
    private static final String TOKEN = Tokens.of("manager").token();

    private Edge() {}

    static RequestSpecification manager() {
        return Tokens.as("manager");
    }

    static RequestSpecification json(String body) {
        return manager().contentType("application/json").body(body);
    }

    static void assertProblem(Response answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("type")).isEqualTo("urn:mieux:problem:" + type);
        assertThat(answer.<Integer>path("status")).isEqualTo(status);
        assertThat(answer.<String>path("title")).isNotBlank();
        assertThat(answer.<String>path("detail")).isNotBlank();
        assertThat(answer.<String>path("instance")).startsWith("/");
    }

    /** By the client of the JDK: the other one takes a quarter of a minute over a body of 100 KB. */
    static HttpResponse<String> send(HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + SHOES))
                .header("Authorization", "Bearer " + Tokens.of("manager").token())
                .header("Content-Type", "application/json")
                .POST(body)
                .build();
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    /** What no HTTP client would send: an address as it stands, further header lines, perhaps a body. Answers the status. */
    static int raw(String method, String path, String further) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(
                            "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: close\r\n%s\r\n"
                                    .formatted(method, path, TOKEN, further)
                                    .getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }

    static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
