package eu.mieux.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URL;
import java.net.http.HttpHeaders;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stubs.class)
class HeadersTest {

    @TestHTTPResource
    URL gateway;

    private JsonObject headersSeenByTheService(String... lines) throws Exception {
        String[] request = new String[lines.length + 1];
        request[0] = "GET /api/v1/actions HTTP/1.1";
        System.arraycopy(lines, 0, request, 1, lines.length);
        String answer = Raw.send(gateway, request);
        return new JsonObject(answer.substring(answer.indexOf("\r\n\r\n{") + 4)).getJsonObject("headers");
    }

    @Test
    void what_a_client_says_of_its_origin_is_replaced_by_what_the_gateway_knows() throws Exception {
        JsonObject seen = headersSeenByTheService(
                "Host: suite.example:8443",
                "X-Forwarded-For: 6.6.6.6",
                "x-forwarded-host: evil.example",
                "X-Forwarded-Prefix: /evil",
                "X-Forwarded-Proto: gopher",
                "Forwarded: for=6.6.6.6",
                "X-Real-IP: 6.6.6.6");
        assertThat(seen.getJsonArray("x-forwarded-for")).isEqualTo(JsonArray.of("127.0.0.1"));
        assertThat(seen.getJsonArray("x-forwarded-host")).isEqualTo(JsonArray.of("suite.example:8443"));
        assertThat(seen.getJsonArray("x-forwarded-proto")).isEqualTo(JsonArray.of("http"));
        assertThat(seen.getJsonArray("host")).isEqualTo(JsonArray.of("suite.example:8443"));
        assertThat(seen.fieldNames()).doesNotContain("x-forwarded-prefix", "forwarded", "x-real-ip");
    }

    @Test
    void headers_of_the_connection_stay_with_it_and_all_others_pass() throws Exception {
        JsonObject seen = headersSeenByTheService(
                "Host: gateway",
                "Connection: X-Mine, Host, X-Forwarded-For",
                "X-Mine: 1",
                "Keep-Alive: 1",
                "TE: trailers",
                "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABkAAQAAP__",
                "Proxy-Connection: keep-alive",
                "Authorization: Bearer " + Provider.token("ada").sign(),
                "Accept-Language: fr",
                "If-Match: \"3\"",
                "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        assertThat(seen.fieldNames())
                .doesNotContain("x-mine", "keep-alive", "te", "upgrade", "http2-settings", "proxy-connection")
                .contains("authorization", "accept-language", "if-match", "traceparent", "x-forwarded-for", "host");
    }

    @Test
    void every_request_belongs_to_one_trace_its_clients_or_a_new_one() throws Exception {
        String its = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        assertThat(headersSeenByTheService("Host: gateway", "traceparent: " + its)
                        .getJsonArray("traceparent"))
                .isEqualTo(JsonArray.of(its));
        for (String none :
                new String[] {"X-Other: 1", "traceparent: nonsense", "traceparent: " + its.replace("0af7", "0AF7")}) {
            JsonObject seen = headersSeenByTheService("Host: gateway", none, "tracestate: a=1");
            assertThat(seen.getJsonArray("traceparent").getString(0))
                    .as(none)
                    .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
            assertThat(seen.fieldNames()).as(none).doesNotContain("tracestate");
        }
    }

    @Test
    void a_service_s_headers_of_the_connection_and_its_make_are_not_shown() throws Exception {
        HttpHeaders seen = Client.get(gateway, "/api/v1/actions/hops").headers();
        assertThat(seen.map().keySet())
                .doesNotContain(
                        "keep-alive", "x-secret-of-the-hop", "proxy-authenticate", "server", "transfer-encoding");
        assertThat(seen.firstValue("etag")).hasValue("\"7\"");
    }

    @Test
    void every_answer_carries_security_headers_once() throws Exception {
        for (String path : new String[] {"/api/v1/actions/hops", "/nowhere", "/", "/docs", "/api/v1/search"}) {
            HttpHeaders seen = Client.get(gateway, path).headers();
            assertThat(seen.allValues("x-content-type-options")).as(path).containsExactly("nosniff");
            assertThat(seen.allValues("content-security-policy")).as(path).hasSize(1);
            assertThat(seen.allValues("x-frame-options")).as(path).containsExactly("DENY");
        }
    }

    @Test
    void answers_without_a_body_pass_as_such() throws Exception {
        assertThat(Client.get(gateway, "/api/v1/actions/nothing").statusCode()).isEqualTo(204);
        assertThat(Client.get(gateway, "/api/v1/actions/unchanged").statusCode())
                .isEqualTo(304);
        for (String path : List.of("nothing", "unchanged")) {
            // Clients that take the header at its word would wait for the last chunk.
            assertThat(Raw.send(gateway, "GET /api/v1/actions/%s HTTP/1.1".formatted(path), "Host: gateway"))
                    .as(path)
                    .doesNotContainIgnoringCase("transfer-encoding")
                    .endsWith("\r\n\r\n");
        }
        assertThat(Raw.send(gateway, "GET /api/v1/actions/unchanged HTTP/1.1", "Host: gateway"))
                .contains("ETag: \"7\"")
                .doesNotContainIgnoringCase("content-length");
        assertThat(Raw.send(gateway, "HEAD /api/v1/actions/1 HTTP/1.1", "Host: gateway"))
                .startsWith("HTTP/1.1 200")
                .endsWith("\r\n\r\n");
    }
}
