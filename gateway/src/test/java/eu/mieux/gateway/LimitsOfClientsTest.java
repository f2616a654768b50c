package eu.mieux.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each may ask five times at once and then once a second; a proxy in front names the clients. */
@QuarkusTest
@QuarkusTestResource(Stubs.class)
@TestProfile(LimitsOfClientsTest.FiveEach.class)
class LimitsOfClientsTest {

    private static final int AT_ONCE = 5;

    public static final class FiveEach implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "gateway.rates.principal.per-second", "1",
                    "gateway.rates.principal.burst", "5",
                    "gateway.rates.address.per-second", "1",
                    "gateway.rates.address.burst", "5",
                    "gateway.proxies", "127.0.0.0/8");
        }
    }

    @TestHTTPResource
    URL gateway;

    private HttpResponse<String> ask(String client, String... headers) throws Exception {
        List<String> all = new ArrayList<>(List.of("X-Forwarded-For", client));
        Collections.addAll(all, headers);
        return Client.get(gateway, "/api/v1/actions", all.toArray(String[]::new));
    }

    private static String[] as(String subject) {
        return new String[] {
            "Authorization", "Bearer " + Provider.token(subject).sign()
        };
    }

    @Test
    void one_who_asks_too_often_is_told_when_to_come_back_and_others_are_served() throws Exception {
        String[] ada = as("ada");
        HttpResponse<String> first = ask("203.0.113.1", ada);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().allValues("ratelimit-policy")).containsExactly("\"principal\";q=5;w=5");
        assertThat(first.headers().allValues("ratelimit")).containsExactly("\"principal\";r=4;t=1");
        HttpResponse<String> refused = flood("203.0.113.1", ada);
        JsonObject problem = new JsonObject(refused.body());
        assertThat(problem.getString("type")).isEqualTo("urn:mieux:problem:too-many-requests");
        assertThat(problem.getString("detail")).contains("principal may ask 1 times a second, and 5 times at once");
        assertThat(refused.headers().firstValue("retry-after")).hasValue("1");
        assertThat(refused.headers().firstValue("ratelimit").orElseThrow()).startsWith("\"principal\";r=0;t=");
        assertThat(ask("203.0.113.1", as("bob")).statusCode()).isEqualTo(200);
        assertThat(ask("203.0.113.1").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> flood(String client, String... headers) throws Exception {
        for (int i = 0; i < 100; i++) {
            HttpResponse<String> answer = ask(client, headers);
            if (answer.statusCode() == 429) {
                return answer;
            }
        }
        throw new AssertionError("A hundred requests in a row were let in");
    }

    @Test
    void without_a_token_the_address_is_counted() throws Exception {
        HttpResponse<String> refused = flood("203.0.113.2");
        assertThat(refused.headers().firstValue("ratelimit-policy")).hasValue("\"address\";q=5;w=5");
        assertThat(ask("203.0.113.3").statusCode()).isEqualTo(200);
    }

    @Test
    void of_the_newer_protocol_a_network_is_one_address() throws Exception {
        flood("2001:db8:1:2::1");
        assertThat(ask("2001:db8:1:2:aaaa::7").statusCode()).isEqualTo(429);
        assertThat(ask("2001:db8:1:3::1").statusCode()).isEqualTo(200);
    }

    @Test
    void bad_tokens_are_counted_too_and_good_ones_are_not_counted_twice() throws Exception {
        String[] eve = {
            "Authorization", "Bearer " + Provider.token("eve").until(-1).sign()
        };
        for (int i = 0; i < AT_ONCE; i++) {
            assertThat(ask("203.0.113.4", as("user" + i)).statusCode()).isEqualTo(200);
        }
        assertThat(ask("203.0.113.4", eve).statusCode()).isEqualTo(401);
        flood("203.0.113.4", eve);
    }

    @Test
    void what_the_gateway_shows_is_counted_and_its_health_is_not() throws Exception {
        flood("203.0.113.5");
        assertThat(Client.get(gateway, "/", "X-Forwarded-For", "203.0.113.5").statusCode())
                .isEqualTo(429);
        assertThat(Client.get(gateway, "/q/health/ready", "X-Forwarded-For", "203.0.113.5")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_trusted_proxy_is_believed_and_what_came_before_it_is_not() throws Exception {
        HttpResponse<String> answer = ask(
                "6.6.6.6, 203.0.113.6, 127.0.0.9", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "evil.example");
        JsonObject seen = new JsonObject(answer.body()).getJsonObject("headers");
        assertThat(seen.getJsonArray("x-forwarded-for")).isEqualTo(JsonArray.of("203.0.113.6"));
        assertThat(seen.getJsonArray("x-forwarded-proto")).isEqualTo(JsonArray.of("https"));
        assertThat(seen.getJsonArray("x-forwarded-host").getString(0)).doesNotContain("evil");
        assertThat(answer.headers().firstValue("strict-transport-security")).isPresent();
    }
}
