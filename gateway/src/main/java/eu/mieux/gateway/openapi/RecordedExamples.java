package eu.mieux.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The examples of the services' {@code contract/examples}, a file for each operation: what a test of that service really sent
 * and was really answered.
 */
final class RecordedExamples {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Path> folders;

    /** @param folders of the services, in their order */
    RecordedExamples(List<Path> folders) {
        this.folders = folders;
    }

    void addTo(ObjectNode document) throws IOException {
        for (JsonNode path : document.path("paths")) {
            for (String method : Reachable.METHODS) {
                if (path.get(method) instanceof ObjectNode operation) {
                    add(operation);
                }
            }
        }
    }

    private void add(ObjectNode operation) throws IOException {
        JsonNode example = find(operation.path("operationId").asText());
        illustrate(operation.path("requestBody"), example.path("request"));
        example.path("answers")
                .properties()
                .forEach(answer -> illustrate(operation.path("responses").path(answer.getKey()), answer.getValue()));
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode value =
                    example.path("parameters").path(parameter.path("name").asText());
            if (parameter.path("in").asText().equals("path") && fits(value, parameter.path("schema"))) {
                ((ObjectNode) parameter).set("example", number(value, parameter.path("schema")));
            }
        }
    }

    /** Parameters are recorded as they stand in addresses. */
    private static JsonNode number(JsonNode value, JsonNode schema) {
        return schema.path("type").asText().equals("integer")
                ? JSON.getNodeFactory().numberNode(value.asLong())
                : value;
    }

    private static boolean fits(JsonNode value, JsonNode schema) {
        if (value.isMissingNode() || !schema.has("enum")) {
            return !value.isMissingNode();
        }
        for (JsonNode allowed : schema.path("enum")) {
            if (allowed.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static void illustrate(JsonNode described, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        // What is answered as a page, too, was recorded as JSON.
        described.path("content").properties().stream()
                .filter(content -> value.isContainerNode() == content.getKey().contains("json"))
                .map(content -> (ObjectNode) content.getValue())
                .forEach(content -> {
                    content.remove("examples");
                    content.set("example", value);
                });
    }

    private JsonNode find(String operationId) throws IOException {
        for (Path folder : folders) {
            Path file = folder.resolve(operationId + ".json");
            if (Files.exists(file)) {
                return JSON.readTree(file.toFile());
            }
        }
        return JSON.missingNode();
    }
}
