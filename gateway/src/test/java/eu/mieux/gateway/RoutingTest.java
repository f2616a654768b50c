package eu.mieux.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URL;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Stubs.class)
class RoutingTest {

    @TestHTTPResource
    URL gateway;

    @ParameterizedTest
    @CsvSource({
        "/api/v1/authorities, pre-implementation",
        "/api/v1/requests/2017-03, pre-implementation",
        "/api/v1/action-fiches, pre-implementation",
        "/api/v1/eligibility-checks, pre-implementation",
        "/api/v1/code-lists/countries, pre-implementation",
        "/api/v1/portfolio/authorities/dry, pre-implementation",
        "/api/v1/portfolio/requests, pre-implementation",
        "/api/v1/actions/2017-03/activities/1, implementation",
        "/api/v1/activities, implementation",
        "/api/v1/deliverables, implementation",
        "/api/v1/travel-legs, implementation",
        "/api/v1/carbon-offsets, implementation",
        "/api/v1/portfolio/travel_legs, implementation",
        "/api/v1/experts, expert",
        "/api/v1/deployments, expert",
        "/api/v1/portfolio/deployments, expert",
    })
    void a_path_reaches_the_service_that_its_prefix_names(String path, String service) throws Exception {
        JsonObject seen =
                new JsonObject(Client.get(gateway, path + "?limit=5&q=a%20b").body());
        assertThat(seen.getString("service")).isEqualTo(service);
        assertThat(seen.getString("uri")).isEqualTo(path + "?limit=5&q=a%20b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/actionsandmore",
                "/api/v1/portfolio",
                "/api/v1/portfolio/staff",
                "/api/v1",
                "/api/v2/actions",
                "/Api/v1/actions",
                "/nowhere",
                "/q/openapi",
                "/q/metrics",
                "/q/health/started",
                "/web/index.html",
                "/application.properties"
            })
    void a_path_that_leads_nowhere_is_a_404_problem(String path) throws Exception {
        HttpResponse<String> answer = Client.get(gateway, path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        JsonObject problem = new JsonObject(answer.body());
        assertThat(problem.getString("type")).isEqualTo("urn:mieux:problem:not-found");
        assertThat(problem.getInteger("status")).isEqualTo(404);
        assertThat(problem.getString("instance")).isEqualTo(path);
    }

    @Test
    void the_gateway_is_ready_although_a_service_is_down() throws Exception {
        HttpResponse<String> answer = Client.get(gateway, "/q/health/ready");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(answer.body()).getString("status")).isEqualTo("UP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/actions/../authorities",
                "/api/v1/actions/./1",
                "/api/v1/actions/..",
                "/api/v1/actions/%2e%2e/authorities",
                "/api/v1/actions/a%2Fb",
                "/api/v1/actions/a%5cb",
                "/api/v1/actions;v=1/2",
                "/api/v1/actions/a%3Bb",
                "//api/v1/actions",
                "/api/v1//actions",
                "/api/v1/actions/%00",
                "/api/v1/actions/\u00e9",
                "http://elsewhere/api/v1/actions",
                "*"
            })
    void a_path_that_could_be_read_in_two_ways_is_refused(String path) throws Exception {
        String answer = Raw.send(gateway, "GET " + path + " HTTP/1.1", "Host: gateway");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("urn:mieux:problem:bad-path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\b", "%zz", "<script>"})
    void a_path_that_is_none_is_refused(String path) throws Exception {
        assertThat(Raw.send(gateway, "GET /api/v1/actions/" + path + " HTTP/1.1", "Host: gateway"))
                .startsWith("HTTP/1.1 400")
                .contains("urn:mieux:problem:bad-path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"50%", "%zz", "\"border\"", "a\\b", "{id}", "\u00c3\u00a9"})
    void a_query_that_is_none_is_refused_with_the_remedy(String query) throws Exception {
        assertThat(Raw.send(gateway, "GET /api/v1/actions?q=" + query + " HTTP/1.1", "Host: gateway"))
                .startsWith("HTTP/1.1 400")
                .contains("urn:mieux:problem:bad-query", "a percent sign itself is %25");
    }

    @Test
    void a_path_of_some_thousand_characters_is_answered() throws Exception {
        for (String segment : new String[] {"x".repeat(3_900), "%20".repeat(1_300)}) {
            assertThat(Raw.send(gateway, "GET /api/v1/actions/" + segment + " HTTP/1.1", "Host: gateway"))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @CsvSource({"TRACE, 405", "CONNECT, 4", "PROPFIND, 405", "get, 4"})
    void a_method_that_no_service_knows_is_refused(String method, String status) throws Exception {
        assertThat(Raw.send(gateway, method + " /api/v1/actions HTTP/1.1", "Host: gateway"))
                .startsWith("HTTP/1.1 " + status);
    }

    @Test
    void a_websocket_is_refused() throws Exception {
        String answer = Raw.send(
                gateway,
                "GET /api/v1/actions HTTP/1.1",
                "Host: gateway",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("urn:mieux:problem:upgrade-refused");
    }

    @Test
    void a_request_without_a_host_is_refused() throws Exception {
        assertThat(Raw.send(gateway, "GET /api/v1/actions HTTP/1.1")).startsWith("HTTP/1.1 400");
    }

    @Test
    void a_request_to_two_hosts_is_refused() throws Exception {
        assertThat(Raw.send(gateway, "GET /api/v1/actions HTTP/1.1", "Host: gateway", "Host: elsewhere"))
                .startsWith("HTTP/1.1 400")
                .contains("urn:mieux:problem:bad-host");
    }

    @Test
    void a_body_of_two_lengths_is_refused_with_a_problem() throws Exception {
        assertThat(Raw.send(
                        gateway,
                        "POST /api/v1/actions HTTP/1.1",
                        "Host: gateway",
                        "Content-Length: 2",
                        "Content-Length: 3"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "urn:mieux:problem:bad-request");
    }

    @Test
    void what_is_no_request_is_answered_after_the_one_before_it() throws Exception {
        assertThat(Raw.send(gateway, "GET /api/v1/actions HTTP/1.1", "Host: gateway", "", "NO HTTP"))
                .startsWith("HTTP/1.1 200")
                .contains("400 Bad Request");
    }

    @ParameterizedTest
    @CsvSource({
        "20000, 431, urn:mieux:problem:headers-too-large",
        "40000, 431, urn:mieux:problem:headers-too-large",
        "2000000, 431, urn:mieux:problem:headers-too-large"
    })
    void headers_of_many_kilobytes_are_refused(int length, String status, String sign) throws Exception {
        assertThat(Raw.send(gateway, "GET /api/v1/actions HTTP/1.1", "Host: gateway", "X-Long: " + "x".repeat(length)))
                .contains(status, sign);
    }

    @ParameterizedTest
    @CsvSource({
        "10000, 414, urn:mieux:problem:uri-too-long",
        "20000, 414, urn:mieux:problem:uri-too-long",
        "2000000, 414, urn:mieux:problem:uri-too-long"
    })
    void a_path_of_many_kilobytes_is_refused(int length, String status, String sign) throws Exception {
        assertThat(Raw.send(gateway, "GET /api/v1/actions?q=" + "x".repeat(length) + " HTTP/1.1", "Host: gateway"))
                .contains(status, sign);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 5x", "Content-Length: -1", "Transfer-Encoding: gzip, chunked"})
    void a_body_of_doubtful_length_is_refused(String header) throws Exception {
        assertThat(Raw.send(gateway, "POST /api/v1/actions HTTP/1.1", "Host: gateway", header))
                .startsWith("HTTP/1.1 400");
    }
}
