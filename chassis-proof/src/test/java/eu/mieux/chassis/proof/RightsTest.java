package eu.mieux.chassis.proof;

import static eu.mieux.chassis.proof.Edge.SHOES;
import static eu.mieux.chassis.proof.Edge.assertProblem;
import static eu.mieux.chassis.proof.Edge.json;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two kinds of shoes: one packs the one kind, an auditor reads both, a machine does what its scopes name. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class RightsTest {

    private static final String BODY = """
            {"article":"%s","name":"Boot","pairs":3,"colours":["red"]}""";

    private final String article = UUID.randomUUID().toString();
    private String own;
    private String other;

    @BeforeEach
    void two_shoes_are_on_the_shelf() {
        own = SHOES + "/" + json(BODY.formatted(article)).post(SHOES).path("id");
        other = SHOES + "/"
                + json(BODY.formatted(UUID.randomUUID())).post(SHOES).path("id");
    }

    @Test
    void what_a_role_does_not_open_is_absent_for_it() {
        assertThat(packer("logistics").get(own).statusCode()).isEqualTo(200);
        assertProblem(packer("logistics").get(other), 404, "not-found");
        assertProblem(packer("logistics").post(other + "/sale"), 404, "not-found");
        assertThat(packer("logistics").get(SHOES + "?limit=200").<List<String>>path("items.article"))
                .containsExactly(article);
    }

    @Test
    void what_is_seen_by_one_role_is_out_of_reach_for_what_only_another_may_do() {
        assertThat(packer("logistics", "auditor").get(other).statusCode()).isEqualTo(200);
        Response refused = packer("logistics", "auditor").post(other + "/sale");
        assertProblem(refused, 403, "out-of-reach");
        assertThat(refused.<String>path("detail")).contains("You may read shoe").contains("no role of yours");
        assertProblem(packer("logistics", "auditor").post(SHOES + "/" + UUID.randomUUID() + "/sale"), 404, "not-found");
        assertThat(packer("logistics", "auditor").post(own + "/sale").<Integer>path("pairs"))
                .isEqualTo(2);
        assertThat(Tokens.as("manager").get(other).<Integer>path("pairs")).isEqualTo(3);
    }

    @Test
    void a_client_reads_with_the_scope_to_read() {
        assertThat(client("shoes:read").get(own).statusCode()).isEqualTo(200);
        assertThat(client("openid socks:write shoes:read").get(SHOES).statusCode())
                .isEqualTo(200);
        assertLacks(client("shoes:read"), "shoes:write");
    }

    @Test
    void a_client_writes_with_the_scope_to_write_where_clients_may() {
        assertThat(restocked(client("shoes:write")).<Integer>path("pairs")).isEqualTo(3);
        assertProblem(client("shoes:write").get(own), 403, "forbidden");
        assertProblem(client("shoes:write").post(own + "/sale"), 403, "forbidden");
    }

    @Test
    void a_client_without_the_scope_is_told_which_one_it_lacks() {
        assertLacks(Tokens.as("client"), "shoes:write");
        assertLacks(client(""), "shoes:write");
        assertLacks(client("socks:write shoe:write shoes"), "shoes:write");
        Response refused = client("socks:read").get(own);
        assertProblem(refused, 403, "forbidden");
        assertThat(refused.<String>path("detail")).contains("scope shoes:read");
    }

    @Test
    void a_scope_opens_no_way_round_to_another_resource() {
        for (String way : List.of("/api/v1/socks/%2e%2e/shoes", "/api/v1/socks/%2E./shoes", "/api/v1;socks/shoes")) {
            Response refused =
                    client("socks:read :read").urlEncodingEnabled(false).get(way);
            assertThat(refused.statusCode()).as(way).isIn(400, 403, 404);
        }
    }

    @Test
    void whoever_has_another_role_too_needs_no_scope_for_what_that_one_opens() {
        assertThat(Tokens.of("client")
                        .claim("roles", List.of("client", "auditor"))
                        .request()
                        .get(own)
                        .statusCode())
                .isEqualTo(200);
    }

    private void assertLacks(RequestSpecification client, String scope) {
        Response refused = restocked(client);
        assertProblem(refused, 403, "forbidden");
        assertThat(refused.<String>path("detail")).contains("scope " + scope);
    }

    private Response restocked(RequestSpecification client) {
        return client.contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(BODY.formatted(article))
                .put(own);
    }

    private RequestSpecification packer(String... roles) {
        return Tokens.of("logistics")
                .claim("roles", List.of(roles))
                .claim("articles", List.of(article))
                .request();
    }

    private static RequestSpecification client(String scope) {
        return Tokens.of("client").claim("scope", scope).request();
    }
}
