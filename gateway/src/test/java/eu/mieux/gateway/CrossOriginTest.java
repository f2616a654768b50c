package eu.mieux.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Front ends of other origins; by hand, since the JDK's client does not let a program say where it comes from. */
@QuarkusTest
@QuarkusTestResource(Stubs.class)
@TestProfile(CrossOriginTest.OneFriend.class)
class CrossOriginTest {

    private static final String FRIEND = "Origin: https://front.example";
    private static final String STRANGER = "Origin: https://elsewhere.example";

    public static final class OneFriend implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("gateway.cross-origin.origins", "https://front.example");
        }
    }

    @TestHTTPResource
    URL gateway;

    @Test
    void a_browser_that_asks_first_is_told_what_a_front_end_may_do() throws Exception {
        String answer = Raw.send(
                gateway,
                "OPTIONS /api/v1/actions HTTP/1.1",
                "Host: gateway",
                FRIEND,
                "Access-Control-Request-Method: PUT",
                "Access-Control-Request-Headers: authorization,if-match,idempotency-key");
        assertThat(answer)
                .startsWith("HTTP/1.1 204")
                .containsIgnoringCase("access-control-allow-origin: https://front.example")
                .containsPattern("(?i)access-control-allow-methods: .*PUT")
                .containsPattern("(?i)access-control-allow-headers: .*If-Match");
    }

    @Test
    void a_front_end_may_read_the_headers_that_matter() throws Exception {
        String answer = Raw.send(gateway, "GET /api/v1/actions/hops HTTP/1.1", "Host: gateway", FRIEND);
        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("access-control-allow-origin: https://front.example")
                .containsPattern("(?i)access-control-expose-headers: .*ETag")
                .doesNotContainIgnoringCase("access-control-allow-credentials");
    }

    @Test
    void a_front_end_may_read_the_documents() throws Exception {
        for (String path : new String[] {"/openapi.json", "/asyncapi.json", "/asyncapi.yaml"}) {
            assertThat(Raw.send(gateway, "GET " + path + " HTTP/1.1", "Host: gateway", FRIEND))
                    .as(path)
                    .startsWith("HTTP/1.1 200")
                    .containsIgnoringCase("access-control-allow-origin: https://front.example");
        }
    }

    @Test
    void a_page_of_another_origin_is_told_why_it_may_not() throws Exception {
        assertThat(Raw.send(gateway, "GET /api/v1/actions HTTP/1.1", "Host: gateway", STRANGER))
                .startsWith("HTTP/1.1 403")
                .contains("urn:mieux:problem:foreign-origin", "MIEUX_CORS_ORIGINS")
                .doesNotContainIgnoringCase("access-control-allow-origin");
    }

    @Test
    void the_gateways_own_pages_and_whoever_comes_from_no_page_may() throws Exception {
        assertThat(Raw.send(gateway, "GET /api/v1/actions HTTP/1.1", "Host: gateway:80", "Origin: http://gateway:80"))
                .startsWith("HTTP/1.1 200");
        assertThat(Raw.send(gateway, "GET /api/v1/actions HTTP/1.1", "Host: gateway"))
                .startsWith("HTTP/1.1 200");
        assertThat(Raw.send(gateway, "GET / HTTP/1.1", "Host: gateway", STRANGER))
                .startsWith("HTTP/1.1 200")
                .doesNotContainIgnoringCase("access-control-allow-origin");
    }
}
