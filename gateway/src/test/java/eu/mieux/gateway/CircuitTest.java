package eu.mieux.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.Socket;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stubs.class)
@TestProfile(CircuitTest.FourRequests.class)
class CircuitTest {

    private static final int REQUESTS = 4;
    private static final String LEFT_ALONE = "is left alone for a moment";

    public static final class FourRequests implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "gateway.circuit.requests", String.valueOf(REQUESTS),
                    "gateway.circuit.window", "2S",
                    "gateway.circuit.pause", "2S");
        }
    }

    @TestHTTPResource
    URL gateway;

    @BeforeEach
    void the_expert_service_is_well_and_what_was_is_forgotten() {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> ask("/api/v1/experts").statusCode() == 200);
    }

    private HttpResponse<String> ask(String path) throws Exception {
        return Client.get(gateway, path);
    }

    private void failAgainAndAgain(String path) throws Exception {
        for (int i = 0; i < REQUESTS; i++) {
            if (ask(path).body().contains(LEFT_ALONE)) {
                assertThat(i).as("failures that were let pass").isGreaterThan(1);
            }
        }
    }

    private void assertLeftAlone(String path) throws Exception {
        HttpResponse<String> refused = ask(path);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("retry-after")).hasValue("2");
        assertThat(refused.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(refused.body()).contains("urn:mieux:problem:service-unavailable", LEFT_ALONE);
    }

    @Test
    void a_service_that_fails_again_and_again_is_left_alone_and_all_others_are_asked() throws Exception {
        failAgainAndAgain("/api/v1/experts/status?503");
        assertLeftAlone("/api/v1/experts");
        assertThat(ask("/api/v1/actions").statusCode()).isEqualTo(200);
        assertThat(ask("/").statusCode()).isEqualTo(200);
    }

    @Test
    void a_service_that_cannot_be_reached_is_left_alone_too() throws Exception {
        // Each is tried twice.
        assertThat(ask("/api/v1/publications").body()).contains("not running");
        assertThat(ask("/api/v1/publications").body()).contains("not running");
        assertLeftAlone("/api/v1/publications");
    }

    @Test
    void after_a_pause_one_request_tries_and_the_others_follow_when_it_is_answered() throws Exception {
        failAgainAndAgain("/api/v1/experts/status?502");
        assertLeftAlone("/api/v1/experts");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !ask("/api/v1/experts/status?504").body().contains(LEFT_ALONE));
        assertLeftAlone("/api/v1/experts");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> ask("/api/v1/experts").statusCode() == 200);
        for (int i = 0; i < REQUESTS; i++) {
            assertThat(ask("/api/v1/experts").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_service_that_answers_is_never_left_alone_for_what_it_answers() throws Exception {
        for (int status : new int[] {500, 500, 500, 500, 501, 404, 404, 409, 422, 429, 429, 429}) {
            assertThat(ask("/api/v1/experts/status?" + status).statusCode()).isEqualTo(status);
        }
        assertThat(ask("/api/v1/experts").statusCode()).isEqualTo(200);
    }

    @Test
    void clients_that_leave_say_nothing_about_the_service() throws Exception {
        for (int i = 0; i < 3 * REQUESTS; i++) {
            try (Socket client = new Socket(gateway.getHost(), gateway.getPort())) {
                client.setSoLinger(true, 0);
                client.getOutputStream()
                        .write("GET /api/v1/experts/silent HTTP/1.1\r\nHost: gateway\r\n\r\n"
                                .getBytes(StandardCharsets.ISO_8859_1));
                client.getOutputStream().flush();
            }
        }
        assertThat(ask("/api/v1/experts").statusCode()).isEqualTo(200);
    }
}
