package eu.mieux.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergedDocumentTest {

    private static final List<String> REQUEST_ROUTES = List.of("/api/v1/requests", "/api/v1/portfolio/requests");
    private static final List<String> ACTION_ROUTES =
            List.of("/api/v1/actions", "/api/v1/portfolio/actions", "/api/v1/portfolio/travel_legs");

    private static Contract contract(String name, String title, List<String> routes) {
        try (InputStream file = MergedDocumentTest.class.getResourceAsStream("/contracts/" + name + ".yaml")) {
            return new Contract(name, title, routes, (ObjectNode) new YAMLMapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Contract preImplementation() {
        return contract("pre-implementation", "Pre-implementation", REQUEST_ROUTES);
    }

    private static Contract implementation() {
        return contract("implementation", "Implementation", ACTION_ROUTES);
    }

    private static ObjectNode merged() {
        return MergedDocument.of("1.2.3", List.of(preImplementation(), implementation()));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    @Test
    void it_has_the_paths_of_all_services_that_the_gateway_routes_and_no_others() {
        assertThat(names(merged().get("paths")))
                .containsExactly("/api/v1/actions/{code}", "/api/v1/portfolio/{file}", "/api/v1/requests");
    }

    @Test
    void a_component_that_means_the_same_everywhere_is_shared() {
        assertThat(names(merged().at("/components/schemas")))
                .contains("Problem")
                .doesNotContain("ImplementationProblem");
    }

    @Test
    void a_component_that_means_different_things_is_prefixed_with_the_service_s_name() {
        ObjectNode merged = merged();
        assertThat(names(merged.at("/components/schemas")))
                .contains("PreImplementationStatus", "ImplementationStatus")
                .doesNotContain("Status");
        assertThat(merged.at("/components/schemas/PreImplementationStatus/enum/0")
                        .asText())
                .isEqualTo("DRAFT");
    }

    @Test
    void what_refers_to_a_prefixed_component_is_told_apart_too_and_refers_to_the_right_one() {
        ObjectNode merged = merged();
        assertThat(merged.at("/components/schemas/ImplementationHistory/properties/status/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/ImplementationStatus");
        assertThat(merged.at("/components/schemas/PreImplementationHistory/properties/status/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/PreImplementationStatus");
        assertThat(merged.at("/components/schemas/Action/discriminator/mapping/old")
                        .asText())
                .isEqualTo("#/components/schemas/ImplementationHistory");
    }

    @Test
    void every_reference_leads_somewhere_and_no_component_is_left_over() {
        ObjectNode merged = merged();
        assertThat(References.reachable(merged.get("paths"), merged.get("components")))
                .contains("schemas/Action", "responses/NotFound")
                .doesNotContain("schemas/Unused");
        assertThat(names(merged.at("/components/schemas"))).doesNotContain("Unused");
    }

    @Test
    void a_path_that_several_services_answer_names_the_values_of_all() {
        JsonNode file = merged().at("/paths/~1api~1v1~1portfolio~1{file}/get/parameters/0/schema/enum");
        assertThat(texts(file)).containsExactly("requests", "actions", "travel_legs");
    }

    @Test
    void services_that_describe_the_same_operation_differently_are_not_united() {
        Contract other = implementation();
        other.document()
                .withObject("/paths/~1api~1v1~1portfolio~1{file}/get")
                .put("summary", "Something else altogether");
        assertThatIllegalStateException()
                .isThrownBy(() -> MergedDocument.of("1", List.of(preImplementation(), other)))
                .withMessageContaining("get /api/v1/portfolio/{file} differently");
    }

    @Test
    void there_is_one_way_to_sign_in_and_one_server() {
        ObjectNode merged = merged();
        assertThat(names(merged.at("/components/securitySchemes"))).containsExactly("bearer");
        assertThat(merged.at("/paths/~1api~1v1~1requests/post/security").toString())
                .isEqualTo("[{\"bearer\":[]}]");
        assertThat(merged.at("/paths/~1api~1v1~1requests/get/security").toString())
                .isEqualTo("[{},{\"bearer\":[]}]");
        assertThat(merged.at("/paths/~1api~1v1~1actions~1{code}/get/security").toString())
                .isEqualTo("[{},{\"bearer\":[]}]");
        assertThat(merged.at("/paths/~1api~1v1~1actions~1{code}/get/description")
                        .asText())
                .endsWith("Public: needs no token.");
        assertThat(merged.at("/servers/0/url").asText()).isEqualTo("/");
        assertThat(merged.at("/servers")).hasSize(1);
        assertThat(merged.at("/info/version").asText()).isEqualTo("1.2.3");
        assertThat(merged.at("/openapi").asText()).isEqualTo("3.1.0");
    }

    @Test
    void the_chapters_are_grouped_by_service() {
        ObjectNode merged = merged();
        assertThat(merged.at("/paths/~1api~1v1~1requests/get/tags/0").asText()).isEqualTo("Requests");
        assertThat(merged.at("/paths/~1api~1v1~1actions~1{code}/get/tags/0").asText())
                .isEqualTo("Implementation");
        assertThat(merged.at("/x-tagGroups").toString())
                .isEqualTo("[{\"name\":\"Pre-implementation\",\"tags\":[\"Requests\"]},"
                        + "{\"name\":\"Implementation\",\"tags\":[\"Implementation\"]},"
                        + "{\"name\":\"In every service\",\"tags\":[\"Portfolio\"]}]");
    }

    @Test
    void operations_keep_distinct_names() {
        ObjectNode merged = merged();
        assertThat(merged.at("/paths/~1api~1v1~1requests/get/operationId").asText())
                .isEqualTo("list");
        assertThat(merged.at("/paths/~1api~1v1~1actions~1{code}/get/operationId")
                        .asText())
                .isEqualTo("implementation-list");
    }

    @Test
    void the_document_that_is_packed_can_be_read() throws Exception {
        for (String name : List.of("json", "yaml")) {
            ObjectMapper mapper = name.equals("json") ? new ObjectMapper() : new YAMLMapper();
            try (InputStream file = MergingContracts.class.getResourceAsStream("/web/openapi." + name)) {
                assertThat(mapper.readTree(file).path("openapi").asText()).isEqualTo("3.1.0");
            }
        }
    }
}
