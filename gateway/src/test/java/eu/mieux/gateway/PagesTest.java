package eu.mieux.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Stubs.class)
class PagesTest {

    @TestHTTPResource
    URL gateway;

    @ParameterizedTest
    @CsvSource({
        "/, text/html; charset=utf-8, <title>MIEUX</title>",
        "/?year=2017, text/html; charset=utf-8, <title>MIEUX</title>",
        "/docs, text/html; charset=utf-8, API reference",
        "/docs/, text/html; charset=utf-8, API reference",
        "/docs/guides/paging, text/html; charset=utf-8, <h1>Paging",
        "/docs/events/action-fiche, text/html; charset=utf-8, eu.mieux.action-fiche-endorsed",
        "/docs/reference/requests, text/html; charset=utf-8, submitRequest",
        "/docs/changelog, text/html; charset=utf-8, Unreleased",
        "/docs/trying.js, text/javascript; charset=utf-8, sessionStorage",
        "/openapi.yaml, application/yaml, 'openapi: \"3.1.0\"'",
        "/asyncapi.yaml, application/yaml, 'asyncapi: \"3.0.0\"'",
        "/openapi.json, application/json, \"openapi\":\"3.1.0\"",
        "/world.svg, image/svg+xml, data-country=\"KE\"",
        "/overview/main.js, text/javascript; charset=utf-8, publishedYears"
    })
    void each_file_comes_with_its_type(String path, String type, String content) throws Exception {
        HttpResponse<String> answer = Client.get(gateway, path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue(type);
        assertThat(answer.body()).contains(content);
    }

    @Test
    void whoever_takes_gzip_gets_the_same_in_less() throws Exception {
        HttpResponse<byte[]> packed = Client.HTTP.send(
                Client.request(gateway, "/world.svg", "Accept-Encoding", "br, gzip")
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(packed.headers().firstValue("content-encoding")).hasValue("gzip");
        assertThat(packed.body()).hasSizeLessThan(60_000);
        try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(Client.get(gateway, "/world.svg", "Accept-Encoding", "gzip;q=0")
                            .body());
        }
    }

    @Test
    void what_a_browser_has_already_is_not_sent_again() throws Exception {
        String tag =
                Client.get(gateway, "/world.svg").headers().firstValue("etag").orElseThrow();
        HttpResponse<String> again = Client.get(gateway, "/world.svg", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void a_page_cannot_be_written_to() throws Exception {
        HttpResponse<String> answer = Client.HTTP.send(
                Client.request(gateway, "/").POST(BodyPublishers.ofString("x")).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).hasValue("GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/unicorns", "/api/v1/unicorns", "/docs/guides/unicorns", "/docs/events/request.md"})
    void a_page_that_is_not_there_is_a_problem(String path) throws Exception {
        HttpResponse<String> answer = Client.get(gateway, path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    }

    @Test
    void a_person_who_follows_a_link_that_leads_nowhere_is_shown_the_way_back() throws Exception {
        String accepts = "text/html,application/xhtml+xml,*/*;q=0.8";
        HttpResponse<String> answer = Client.get(gateway, "/docs/unicorns", "Accept", accepts);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
        assertThat(answer.headers().firstValue("vary")).hasValue("Accept, Accept-Encoding");
        assertThat(answer.headers().firstValue("etag")).isEmpty();
        assertThat(answer.body()).contains("<h1>Not found", "<a href=\"/docs\">");
        assertThat(Client.get(gateway, "/api/v1/unicorns", "Accept", accepts)
                        .headers()
                        .firstValue("content-type"))
                .hasValue("application/problem+json");
    }

    @Test
    void a_slash_at_the_end_of_a_page_is_taken_away() throws Exception {
        HttpResponse<String> answer = Client.get(gateway, "/docs/reference/requests/?a=b");
        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("location")).hasValue("/docs/reference/requests?a=b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs", "/docs/reference/requests"})
    void a_page_may_load_nothing_from_elsewhere(String path) throws Exception {
        assertThat(Client.get(gateway, path)
                        .headers()
                        .firstValue("content-security-policy")
                        .orElseThrow())
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';")
                .doesNotContain("unsafe", "http");
    }
}
