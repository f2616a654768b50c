package eu.mieux.chassis.proof;

import static eu.mieux.chassis.proof.Edge.SHOES;
import static eu.mieux.chassis.proof.Edge.assertProblem;
import static eu.mieux.chassis.proof.Edge.json;
import static eu.mieux.chassis.proof.Edge.manager;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.RealSuite;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much a client is answered, and what it is told about how long it will be. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class AnswerFormTest {

    private static final String SHOE = """
            {"article":"%s","name":"Boot","pairs":3,"colours":["red"]}""";

    @Test
    void a_record_is_answered_with_the_fields_asked_for() {
        String id = created().path("id");
        Response answer = manager().get(SHOES + "/" + id + "?fields=name,id");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().<String, String>getMap("")).isEqualTo(Map.of("id", id, "name", "Boot"));
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void the_codes_of_a_list_are_answered_with_the_fields_asked_for() {
        Response answer = manager().get("/api/v1/code-lists/countries?fields=code,label&limit=2");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().<Map<String, Object>>getList("items"))
                .hasSize(2)
                .allSatisfy(item -> assertThat(item).containsOnlyKeys("code", "label"));
        assertThat(manager().get("/api/v1/code-lists/countries?fields=entity").asString())
                .contains("there are code, label");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-02-30", "tomorrow"})
    void a_day_that_is_none_is_refused(String on) {
        assertProblem(manager().get("/api/v1/code-lists/countries?on=" + on), 400, "unreadable-date");
    }

    @Test
    void the_items_of_a_list_are_answered_with_the_fields_asked_for_and_the_list_goes_on() {
        created();
        created();
        Response first = manager().get(SHOES + "?limit=1&fields=name");
        assertThat(first.jsonPath().<Map<String, String>>getList("items")).containsExactly(Map.of("name", "Boot"));
        assertThat(first.<String>path("next")).isNotBlank();
        assertThat(first.header("Link")).contains("fields=name").contains("rel=\"next\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"price", "name,price", "name,,id", " name", "items", "name.first"})
    void a_field_that_is_not_there_is_refused_with_those_that_are(String fields) {
        Response answer = manager().get(SHOES + "?fields=" + fields);
        assertProblem(answer, 422, "invalid-fields");
        assertThat(answer.<String>path("errors[0].pointer")).isEqualTo("/fields");
        assertThat(answer.<String>path("detail")).contains("name").contains("pairs");
    }

    @Test
    void fields_are_no_parameter_of_a_change() {
        assertProblem(json(SHOE.formatted("x")).post(SHOES + "?fields=id"), 400, "unknown-parameter");
    }

    @Test
    void whoever_prefers_a_minimal_answer_to_a_change_is_told_where_and_which_version_and_no_more() {
        Response created = json(SHOE.formatted(UUID.randomUUID()))
                .header("Prefer", "return=minimal")
                .post(SHOES);
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.asString()).isEmpty();
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.header("Preference-Applied")).isEqualTo("return=minimal");
        Response changed = json(SHOE.formatted("any").replace("3", "7"))
                .header("If-Match", "\"1\"")
                .header("Prefer", "respond-async, Return=Minimal; wait=10")
                .put(created.header("Location"));
        assertThat(changed.statusCode()).isEqualTo(204);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.asString()).isEmpty();
    }

    @Test
    void a_refusal_and_a_reading_are_never_minimal() {
        assertProblem(json("{}").header("Prefer", "return=minimal").post(SHOES), 422, "invalid-fields");
        String id = created().path("id");
        assertThat(manager()
                        .header("Prefer", "return=minimal")
                        .get(SHOES + "/" + id)
                        .<String>path("name"))
                .isEqualTo("Boot");
        assertThat(json(SHOE.formatted(UUID.randomUUID()))
                        .header("Prefer", "return=representation")
                        .post(SHOES)
                        .<String>path("name"))
                .isEqualTo("Boot");
    }

    @Test
    void an_operation_that_will_go_says_since_when_and_until_when_and_where_to_look() {
        Response answer = manager().get(SHOES + "/" + created().path("id") + "/label");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Deprecation")).isEqualTo("@1769817600");
        assertThat(answer.header("Sunset")).isEqualTo("Wed, 30 Jun 2027 23:59:59 GMT");
        assertThat(answer.header("Link")).isEqualTo("</docs>; rel=\"deprecation\"");
        assertThat(created().header("Deprecation")).isNull();
    }

    private static Response created() {
        Response answer = json(SHOE.formatted(UUID.randomUUID())).post(SHOES);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer;
    }
}
