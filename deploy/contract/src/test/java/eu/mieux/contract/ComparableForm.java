package eu.mieux.contract;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document in the form in which openapi-diff misses nothing: it passes over changes of a type written as OpenAPI 3.1 does
 * ({@code [string, "null"]}), and takes a field that is gone from an answer for harmless unless it was required.
 */
final class ComparableForm {

    private ComparableForm() {}

    static String of(JsonNode document) {
        ObjectNode copy = (ObjectNode) document.deepCopy();
        copy.put("openapi", "3.0.3");
        simplify(copy);
        return copy.toString();
    }

    private static void simplify(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("example");
            if (!object.path("examples").isMissingNode()
                    && !object.path("examples").isObject()) {
                object.remove("examples");
            }
            nullable(object);
            requireWhatIsAnswered(object);
        }
        node.forEach(ComparableForm::simplify);
    }

    private static void nullable(ObjectNode schema) {
        if (schema.get("type") instanceof ArrayNode types) {
            for (JsonNode type : types) {
                if (!type.asString().equals("null")) {
                    schema.put("type", type.asString());
                }
            }
            schema.put("nullable", true);
        }
        if (schema.get("anyOf") instanceof ArrayNode choices && choices.size() == 2) {
            List<JsonNode> others = new ArrayList<>();
            choices.forEach(choice -> {
                if (!choice.path("type").asString("").equals("null")) {
                    others.add(choice);
                }
            });
            if (others.size() == 1) {
                schema.remove("anyOf");
                schema.putArray("allOf").add(others.getFirst());
                schema.put("nullable", true);
            }
        }
    }

    /** What is sent has {@code additionalProperties: false}; all else is answered, and clients may rely on each field. */
    private static void requireWhatIsAnswered(ObjectNode schema) {
        if (schema.get("properties") instanceof ObjectNode properties
                && schema.path("type").asString("").equals("object")
                && !schema.has("additionalProperties")) {
            ArrayNode required = schema.putArray("required");
            properties.propertyNames().forEach(required::add);
        }
    }
}
