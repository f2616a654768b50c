package eu.mieux.chassis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The plainest JSON that a schema of an OpenAPI document allows: what is required, and nothing else. */
final class Samples {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode document;

    Samples(JsonNode document) {
        this.document = document;
    }

    JsonNode of(JsonNode schema) {
        if (schema.has("$ref")) {
            return of(document.at(schema.get("$ref").asText().substring(1)));
        }
        for (String example : new String[] {"examples", "enum", "anyOf", "oneOf", "allOf"}) {
            if (schema.path(example).isArray()) {
                JsonNode first = schema.get(example).get(0);
                return example.endsWith("Of") ? of(first) : first;
            }
        }
        return switch (type(schema)) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "integer", "number" ->
                JSON.numberNode(Math.max(1, schema.path("minimum").asLong(1)));
            case "boolean" -> JSON.booleanNode(true);
            default -> JSON.textNode(text(schema.path("format").asText()));
        };
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        for (JsonNode name : schema.path("required")) {
            object.set(name.asText(), of(schema.path("properties").path(name.asText())));
        }
        return object;
    }

    private ArrayNode array(JsonNode schema) {
        ArrayNode array = JSON.arrayNode();
        for (int i = 0; i < schema.path("minItems").asInt(0); i++) {
            array.add(of(schema.path("items")));
        }
        return array;
    }

    private static String text(String format) {
        return switch (format) {
            case "date" -> "2017-03-01";
            case "date-time" -> "2017-03-01T12:00:00Z";
            case "uuid" -> "0190a0a0-0000-7000-8000-000000000000";
            default -> "A text";
        };
    }

    /** The first that is not null, of a type that may be null. */
    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(0).asText() : type.asText();
    }
}
