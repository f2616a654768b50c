package eu.mieux.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stubs.class)
class FailureTest {

    @TestHTTPResource
    URL gateway;

    private static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(new JsonObject(answer.body()).getString("type")).isEqualTo("urn:mieux:problem:" + type);
    }

    @Test
    void a_service_that_is_down_takes_only_its_own_routes_with_it() throws Exception {
        HttpResponse<String> answer = Client.get(gateway, "/api/v1/publications");
        assertProblem(answer, 503, "service-unavailable");
        assertThat(answer.headers().firstValue("retry-after")).hasValue("5");
        assertThat(new JsonObject(answer.body()).getString("detail")).contains("knowledge service is not running");
        assertThat(Client.get(gateway, "/api/v1/actions").statusCode()).isEqualTo(200);
        assertThat(Client.get(gateway, "/").statusCode()).isEqualTo(200);
    }

    @Test
    void a_body_for_a_service_that_is_down_is_answered_too() throws Exception {
        HttpResponse<String> answer = Client.HTTP.send(
                Client.request(gateway, "/api/v1/publications")
                        .POST(BodyPublishers.ofString("{\"title\":\"" + "x".repeat(500_000) + "\"}"))
                        .build(),
                BodyHandlers.ofString());
        assertProblem(answer, 503, "service-unavailable");
    }

    @Test
    void a_service_that_does_not_answer_in_time_is_a_504() throws Exception {
        HttpResponse<String> answer = Client.get(gateway, "/api/v1/actions/silent");
        assertProblem(answer, 504, "service-timed-out");
        assertThat(answer.body()).doesNotContain("took effect");
    }

    @Test
    void a_service_that_breaks_off_before_its_answer_is_a_503_that_does_not_promise_too_much() throws Exception {
        assertThat(Client.get(gateway, "/api/v1/actions/breaks-off").body())
                .contains("broke off before it answered.")
                .doesNotContain("took effect");
        HttpResponse<String> answer = Client.HTTP.send(
                Client.request(gateway, "/api/v1/actions/breaks-off")
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        assertProblem(answer, 503, "service-unavailable");
        assertThat(new JsonObject(answer.body()).getString("detail"))
                .contains("whether the request took effect is not known");
    }

    @Test
    void what_changes_nothing_is_asked_a_second_time_when_a_service_leaves_without_a_word() throws Exception {
        HttpResponse<String> answer = Client.get(gateway, "/api/v1/actions/breaks-off-once?read");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("the second time");
    }

    @Test
    void what_may_have_changed_something_is_asked_once() throws Exception {
        for (String method : new String[] {"POST", "DELETE"}) {
            HttpResponse<String> answer = Client.HTTP.send(
                    Client.request(gateway, "/api/v1/actions/breaks-off-once?" + method)
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
            assertProblem(answer, 503, "service-unavailable");
        }
    }

    @Test
    void half_an_answer_is_never_taken_for_a_whole_one() {
        Assertions.assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Client.get(gateway, "/api/v1/actions/half"));
    }

    @Test
    void a_client_of_an_older_protocol_is_told_so() throws Exception {
        assertThat(Raw.send(gateway, "GET /api/v1/actions HTTP/1.0", "Host: gateway"))
                .startsWith("HTTP/1.0 505");
        assertThat(Raw.send(gateway, "GET /api/v1/actions HTTP/9.9", "Host: gateway"))
                .as("by the gateway, or by its HTTP server before")
                .containsPattern("^HTTP/\\d\\.\\d 50[15] ");
        assertThat(Raw.send(gateway, "GET /q/health/ready HTTP/1.0", "Host: gateway"))
                .startsWith("HTTP/1.0 200");
    }
}
