package eu.mieux.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stubs.class)
class TokensTest {

    /** Longer than the gateway waits before it fetches keys again. */
    private static final Duration A_WHILE = Duration.ofSeconds(15);

    private static final RsaJsonWebKey FORGERS_KEY = Provider.newKey("nobody-knows");

    @TestHTTPResource
    URL gateway;

    @AfterEach
    void the_provider_is_back() {
        Provider.away = false;
    }

    private HttpResponse<String> ask(String path, String authorization) throws Exception {
        return Client.get(gateway, path, "Authorization", authorization);
    }

    private int status(String token) throws Exception {
        return ask("/api/v1/actions", "Bearer " + token).statusCode();
    }

    private void assertRefused(String authorization, String why) throws Exception {
        HttpResponse<String> answer = ask("/api/v1/actions", authorization);
        assertThat(answer.statusCode()).as(why).isEqualTo(401);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("www-authenticate").orElseThrow())
                .startsWith("Bearer realm=\"mieux\", error=\"invalid_token\"");
        JsonObject problem = new JsonObject(answer.body());
        assertThat(problem.getString("type")).isEqualTo("urn:mieux:problem:unauthorized");
        assertThat(problem.getString("detail")).contains(why).contains("Sign in again");
    }

    @Test
    void a_good_token_passes_and_the_service_gets_it_too() throws Exception {
        String authorization = "Bearer " + Provider.token("ada").sign();
        HttpResponse<String> answer = ask("/api/v1/actions", authorization);
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonObject seen = new JsonObject(answer.body()).getJsonObject("headers");
        assertThat(seen.getJsonArray("authorization")).isEqualTo(JsonArray.of(authorization));
    }

    @Test
    void a_bad_token_is_refused_with_the_reason_and_the_remedy() throws Exception {
        String good = Provider.token("ada").sign();
        String forged = good.substring(0, good.length() - 8) + "AAAAAAAA";
        assertRefused("Bearer " + Provider.token("ada").until(-1).sign(), "expired");
        assertRefused("Bearer " + Provider.token("ada").with("aud", "shoes").sign(), "audience must include \"mieux\"");
        assertRefused("Bearer " + Provider.token("ada").without("aud").sign(), "audience");
        assertRefused(
                "Bearer "
                        + Provider.token("ada").of("https://elsewhere.example").sign(),
                "not issued by");
        assertRefused("Bearer " + Provider.token("ada").without("sub").sign(), "must say whose");
        assertRefused("Bearer " + Provider.token("ada").without("exp").sign(), "must say whose");
        assertRefused(
                "Bearer "
                        + Provider.token("ada")
                                .with("nbf", System.currentTimeMillis() / 1_000 + 60)
                                .sign(),
                "not valid yet");
        assertRefused(
                "Bearer " + Provider.token("ada").with("nbf", 4_000_000_000L).sign(), "contradict");
        assertRefused("Bearer " + forged, "signature");
        assertRefused("Bearer " + Provider.token("ada").unsigned(), "not signed as");
        assertRefused("Bearer " + Provider.token("ada").signedWithThePublicKeyAsSecret(), "not signed as");
        assertRefused("Bearer " + Provider.token("ada").signedWith(Provider.newKey("of-mine")), "signed with a key");
        assertRefused("Bearer nonsense", "not a token");
        assertRefused("Bearer", "must be one");
        assertRefused("Bearer " + "x".repeat(9_000), "at most 8 KiB");
        assertRefused("Basic YWRhOmFkYQ==", "must be one");
    }

    @Test
    void two_tokens_are_none() throws Exception {
        String token = Provider.token("ada").sign();
        assertThat(Raw.send(
                        gateway,
                        "GET /api/v1/actions HTTP/1.1",
                        "Host: gateway",
                        "Authorization: Bearer " + token,
                        "Authorization: Bearer " + token))
                .startsWith("HTTP/1.1 401");
    }

    @Test
    void whoever_has_no_token_passes_as_nobody_and_what_the_gateway_shows_takes_none() throws Exception {
        assertThat(Client.get(gateway, "/api/v1/actions").statusCode()).isEqualTo(200);
        for (String path : new String[] {"/", "/docs", "/openapi.yaml", "/q/health/ready"}) {
            assertThat(ask(path, "Bearer nonsense").statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void a_token_does_not_outlive_its_end_because_it_was_good_a_moment_ago() throws Exception {
        String token = Provider.token("ada").until(2 / 60f).sign();
        assertThat(status(token)).isEqualTo(200);
        await().atMost(Duration.ofSeconds(10)).until(() -> status(token) == 401);
    }

    @Test
    void after_a_change_of_keys_new_tokens_are_good_and_old_ones_for_as_long_as_they_are_remembered() throws Exception {
        String remembered = Provider.token("ada").sign();
        String unseen = Provider.token("bob").sign();
        assertThat(status(remembered)).isEqualTo(200);
        Provider.changeKey("second");
        String fresh = Provider.token("ada").sign();
        await().atMost(A_WHILE).until(() -> status(fresh) == 200);
        assertThat(status(remembered)).isEqualTo(200);
        assertThat(status(unseen)).isEqualTo(401);
    }

    @Test
    void made_up_names_of_keys_do_not_become_a_flood_at_the_provider() throws Exception {
        int before = Provider.FETCHES.get();
        long start = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            String forged = Provider.token("eve").with("n", i).signedWith(FORGERS_KEY);
            assertThat(status(forged)).isEqualTo(401);
        }
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        assertThat(Provider.FETCHES.get() - before).isLessThanOrEqualTo((int) (2 + seconds / 5));
    }

    @Test
    void keys_that_are_known_go_on_being_used_while_the_provider_is_away() throws Exception {
        String first = Provider.token("ada").with("n", 1).sign();
        await().atMost(A_WHILE).until(() -> status(first) == 200);
        Provider.away = true;
        assertThat(status(Provider.token("ada").with("n", 2).sign())).isEqualTo(200);
    }
}
