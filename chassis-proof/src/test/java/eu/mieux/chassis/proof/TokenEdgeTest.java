package eu.mieux.chassis.proof;

import static eu.mieux.chassis.proof.Edge.SHOES;
import static eu.mieux.chassis.proof.Edge.assertProblem;
import static eu.mieux.chassis.proof.Edge.base64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a token can be like, and what is answered to it. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class TokenEdgeTest {

    @Test
    void without_a_token_the_answer_is_401() {
        Response answer = RestAssured.get(SHOES);
        assertProblem(answer, 401, "unauthorized");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void an_expired_forged_unsigned_garbled_or_foreign_token_is_no_token() throws Exception {
        KeyPair stranger = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String forged = Jwt.claims(Map.of("roles", List.of("manager")))
                .audience("mieux")
                .subject("m")
                .jws()
                .keyId("test")
                .sign(stranger.getPrivate());
        String payload = Tokens.of("manager").token().split("\\.", -1)[1];
        String unsigned = base64("{\"alg\":\"none\"}") + "." + payload + ".";
        // A good one was here before, and is remembered.
        String good = Tokens.of("manager").token();
        assertThat(bearing(good).statusCode()).isEqualTo(200);
        for (String token : List.of(
                good.substring(0, good.lastIndexOf('.')) + forged.substring(forged.lastIndexOf('.')),
                Tokens.of("manager").expired().token(),
                Tokens.of("manager").audience("elsewhere").token(),
                forged,
                unsigned,
                "x.y.z",
                "...",
                ".",
                "..",
                "x..z",
                "garbage",
                Tokens.of("manager").token() + "x")) {
            assertProblem(bearing(token), 401, "unauthorized");
            assertProblem(bearing(token, "/api/v1/code-lists"), 401, "unauthorized");
        }
        assertThat(bearing(good, "/api/v1/code-lists").statusCode()).isEqualTo(200);
    }

    @Test
    void a_token_is_good_until_it_ends_however_often_it_was_used() {
        String token = Tokens.of("manager").goodFor(Duration.ofSeconds(4)).token();
        assertThat(bearing(token).statusCode()).isEqualTo(200);
        assertThat(bearing(token).statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertProblem(bearing(token), 401, "unauthorized"));
    }

    private static Response bearing(String token) {
        return bearing(token, SHOES);
    }

    private static Response bearing(String token, String path) {
        return RestAssured.given().header("Authorization", "Bearer " + token).get(path);
    }

    @Test
    void no_cache_keeps_what_somebody_is_answered_by_her_rights() {
        assertThat(Tokens.as("manager").get(SHOES).header("Cache-Control")).isEqualTo("no-store");
        assertThat(Tokens.as("manager").get("/api/v1/code-lists").header("Cache-Control"))
                .startsWith("public");
    }

    @Test
    void the_wrong_role_is_403() {
        assertProblem(Tokens.as("partner").get(SHOES), 403, "forbidden");
    }
}
