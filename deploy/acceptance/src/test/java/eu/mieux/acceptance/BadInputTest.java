package eu.mieux.acceptance;

import static eu.mieux.acceptance.Suite.anonymous;
import static eu.mieux.acceptance.Suite.as;
import static eu.mieux.acceptance.Suite.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What bad input gets at the door: an answer that names field and remedy, never a 500. */
class BadInputTest {

    private static final List<String> COLLECTIONS = List.of(
            "authorities",
            "requests",
            "action-fiches",
            "actions",
            "experts",
            "deployments",
            "evaluations",
            "publications",
            "annual-reports");

    @Test
    void nonsense_in_a_path_or_query_is_a_problem_and_never_a_500() {
        for (String collection : COLLECTIONS) {
            for (String tail : List.of(
                    "/nonsense",
                    "/%20",
                    "/-1",
                    "/99999999999999999999",
                    "/%F0%9F%98%80",
                    "?limit=abc",
                    "?limit=-1",
                    "?limit=100000",
                    "?cursor=nonsense",
                    "?cursor=AAAA",
                    "/" + "x".repeat(2000))) {
                Response answer = as("manager").urlEncodingEnabled(false).get("/api/v1/" + collection + tail);
                assertThat(answer.statusCode()).as("%s%s", collection, tail).isBetween(400, 499);
                assertThat(answer.contentType()).as("%s%s", collection, tail).startsWith("application/problem+json");
            }
        }
    }

    @Test
    void an_address_that_is_none_is_a_problem_that_says_so() throws IOException {
        for (String tail : List.of("?q=50%", "?q=%zz", "/%zz")) {
            assertThat(answerTo("/api/v1/search" + tail))
                    .as(tail)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "a percent sign itself is %25");
        }
    }

    /** By hand: clients for REST would mend the address, or refuse to send it. */
    private static String answerTo(String address) throws IOException {
        URI gateway = URI.create(Suite.url());
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n\r\n"
                            .formatted(address)
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_body_over_the_limit_is_413() {
        send(as("manager"), "{\"name\":\"" + "x".repeat(1_200_000) + "\"}")
                .post("/api/v1/authorities")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void an_unknown_field_a_wrong_type_and_a_missing_field_are_named() {
        send(as("manager"), Map.of("name", "A", "colour", "red"))
                .post("/api/v1/authorities")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/colour"));
        send(as("manager"), Map.of("name", "A", "type", "CASTLE"))
                .post("/api/v1/authorities")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/type"));
        send(as("manager"), Map.of("type", "PARLIAMENT", "country", "CM"))
                .post("/api/v1/authorities")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/name"));
    }

    @Test
    void without_or_with_a_forged_token_nothing_is_seen() {
        anonymous().get("/api/v1/requests").then().statusCode(401).contentType("application/problem+json");
        anonymous()
                .auth()
                .oauth2("eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSIsInJvbGVzIjpbIm1hbmFnZXIiXX0.")
                .get("/api/v1/requests")
                .then()
                .statusCode(401);
        as("emm").get("/api/v1/requests").then().statusCode(403).body("type", startsWith("urn:mieux:problem:"));
    }

    @Test
    void a_path_that_nobody_serves_is_a_404_problem() {
        as("manager").get("/api/v1/unicorns").then().statusCode(404).contentType("application/problem+json");
    }
}
