package eu.mieux.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** An answer that is not what the contract says of it does not go unseen. */
class OperationTest {

    private static final ApiDocument DOCUMENT = new ApiDocument(new YAMLMapper().readTree("""
            paths:
              /shoes/{id}:
                get:
                  operationId: getShoe
                  responses:
                    200:
                      headers: {ETag: {required: true}}
                      content: {application/json: {schema: {$ref: '#/components/schemas/Shoe'}}}
                    default:
                      content: {application/problem+json: {schema: {type: object, required: [title]}}}
              /shoes/newest:
                get: {operationId: getNewestShoe, responses: {200: {description: The newest}}}
            components:
              schemas:
                Shoe: {type: object, required: [day], properties: {day: {$ref: '#/components/schemas/Day'}}}
                Day: {type: string, format: date}
            """));

    private static List<String> objections(int status, Set<String> headers, String mediaType, String body) {
        JsonNode json = new JsonMapper().readTree(body);
        return DOCUMENT.operation("GET", "/shoes/7")
                .orElseThrow()
                .objections(new Operation.Answer(status, headers, mediaType, json));
    }

    @Test
    void an_answer_as_described_meets_no_objection() {
        assertThat(objections(200, Set.of("ETag"), "application/json;charset=UTF-8", "{\"day\":\"2026-01-31\"}"))
                .isEmpty();
        assertThat(objections(404, Set.of(), "application/problem+json", "{\"title\":\"Not found\"}"))
                .isEmpty();
    }

    @Test
    void a_body_a_header_a_media_type_and_a_success_that_are_not_as_described_each_meet_one() {
        assertThat(objections(200, Set.of("ETag"), "application/json", "{\"day\":\"yesterday\"}"))
                .hasSize(1);
        assertThat(objections(200, Set.of("ETag"), "application/json", "{}")).hasSize(1);
        assertThat(objections(200, Set.of(), "application/json", "{\"day\":\"2026-01-31\"}"))
                .containsExactly("header ETag is missing");
        assertThat(objections(404, Set.of(), "application/json", "{}")).hasSize(1);
        assertThat(objections(204, Set.of(), "application/problem+json", "{\"title\":\"?\"}"))
                .containsExactly("status 204 is not in the document");
    }

    @Test
    void a_path_without_variables_comes_before_one_with_them() {
        assertThat(DOCUMENT.operation("get", "/shoes/newest"))
                .map(Operation::id)
                .contains("getNewestShoe");
        assertThat(DOCUMENT.operation("get", "/shoes/7/label")).isEmpty();
    }
}
