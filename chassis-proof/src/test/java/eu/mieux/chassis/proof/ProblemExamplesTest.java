package eu.mieux.chassis.proof;

import static eu.mieux.chassis.proof.Edge.SHOES;
import static eu.mieux.chassis.proof.Edge.json;
import static eu.mieux.chassis.proof.Edge.manager;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The refusals that every contract shows as examples are what is really answered. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class ProblemExamplesTest {

    private static final String SHOE = """
            {"article":"%s","name":"Boot","pairs":3,"colours":["red"]}""";

    @Test
    void each_example_of_a_refusal_looks_like_the_refusal() throws Exception {
        String id = json(SHOE.formatted(UUID.randomUUID())).post(SHOES).path("id");
        String shoe = SHOES + "/" + id;
        String correction = SHOE.formatted("any");
        assertShown(400, json("{\"titel\":1}").post(SHOES));
        assertShown(401, RestAssured.given().get(shoe));
        assertShown(
                403,
                Tokens.as("officer")
                        .contentType("application/json")
                        .body(correction)
                        .post(SHOES));
        assertShown(404, manager().get(SHOES + "/" + UUID.randomUUID()));
        assertShown(412, json(correction).header("If-Match", "\"9\"").put(shoe));
        assertShown(415, manager().contentType("text/plain").body("boot").post(SHOES));
        assertShown(422, manager().get(SHOES + "?limit=0"));
        assertShown(428, json(correction).put(shoe));
        String large = Edge.send(HttpRequest.BodyPublishers.ofByteArray(new byte[1024 * 1024 + 1]))
                .body();
        assertShown(413, new JsonMapper().readTree(large));
    }

    private static void assertShown(int status, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertShown(status, new JsonMapper().readTree(answer.asString()));
    }

    private static void assertShown(int status, JsonNode answer) {
        JsonNode shown = example(status);
        for (String same : new String[] {"type", "title", "status"}) {
            assertThat(shown.path(same)).isEqualTo(answer.path(same));
        }
        assertThat(shown.propertyNames()).containsExactlyElementsOf(answer.propertyNames());
    }

    private static JsonNode example(int status) {
        JsonNode contract =
                new YAMLMapper().readTree(Path.of("contract/openapi.yaml").toFile());
        return contract.at("/components/examples")
                .valueStream()
                .map(example -> example.path("value"))
                .filter(value -> value.path("status").asInt() == status)
                .findFirst()
                .orElseThrow();
    }
}
