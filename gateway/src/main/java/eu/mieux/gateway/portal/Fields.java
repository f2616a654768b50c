package eu.mieux.gateway.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The fields of a JSON schema in the order of the schema, those of objects within it behind their names. */
final class Fields {

    private final JsonNode document;
    private final List<Field> fields = new ArrayList<>();

    /**
     * A row of a table.
     *
     * @param name as {@code activities[].title}
     * @param type in words
     * @param values what it may be, when that can be counted up
     * @param bounds how large or long, where it is sent; may be empty
     * @param note "may be null", "required" and the like
     * @param description HTML
     */
    record Field(String name, String type, String bounds, List<String> values, String note, String description) {}

    private Fields(JsonNode document) {
        this.document = document;
    }

    /** @param document where the schema's references lead */
    static List<Field> ofAnswer(JsonNode schema, JsonNode document) {
        Fields fields = new Fields(document);
        fields.add("", schema, false);
        return fields.fields;
    }

    /** With a note at each that must be sent. */
    static List<Field> ofBody(JsonNode schema, JsonNode document) {
        Fields fields = new Fields(document);
        fields.add("", schema, true);
        return fields.fields;
    }

    private void add(String prefix, JsonNode schema, boolean sent) {
        JsonNode known = resolved(schema, document);
        Set<String> required = new LinkedHashSet<>();
        known.path("required").forEach(name -> required.add(name.asText()));
        for (Map.Entry<String, JsonNode> property : known.path("properties").properties()) {
            JsonNode value = resolved(property.getValue(), document);
            String name = prefix + property.getKey();
            String description = property.getValue()
                    .path("description")
                    .asText(value.path("description").asText());
            fields.add(new Field(
                    name,
                    type(property.getValue(), document),
                    sent ? Bounds.of(property.getValue(), document) : "",
                    values(property.getValue(), document),
                    sent
                            ? (required.contains(property.getKey()) ? "required" : "")
                            : (isNullable(property.getValue()) || isNullable(value) ? "may be null" : ""),
                    Markdown.line(description)));
            JsonNode items = resolved(value.path("items"), document);
            if (items.has("properties")) {
                add(name + "[].", items, sent);
            } else if (value.has("properties")) {
                add(name + ".", value, sent);
            }
        }
    }

    /** What a reference leads to; of alternatives, the first that is not null. */
    static JsonNode resolved(JsonNode schema, JsonNode document) {
        if (schema.has("$ref")) {
            return resolved(document.at(schema.get("$ref").asText().substring(1)), document);
        }
        for (String several : List.of("anyOf", "oneOf", "allOf")) {
            for (JsonNode alternative : schema.path(several)) {
                if (!alternative.path("type").asText().equals("null")) {
                    return resolved(alternative, document);
                }
            }
        }
        return schema;
    }

    static String type(JsonNode schema, JsonNode document) {
        JsonNode known = resolved(schema, document);
        String type = types(known).stream()
                .filter(name -> !name.equals("null"))
                .findFirst()
                .orElse("string");
        return switch (type) {
            case "array" -> "list of " + type(known.path("items"), document);
            case "integer" -> "whole number";
            case "boolean" -> "true or false";
            case "string" ->
                known.has("enum") ? "code" : text(known.path("format").asText());
            default -> type;
        };
    }

    private static String text(String format) {
        return switch (format) {
            case "uuid" -> "UUID";
            case "date" -> "date";
            case "date-time" -> "time in UTC";
            default -> "text";
        };
    }

    static List<String> values(JsonNode schema, JsonNode document) {
        JsonNode known = resolved(schema, document);
        JsonNode values =
                known.has("items") ? resolved(known.get("items"), document).path("enum") : known.path("enum");
        return StreamSupport.stream(values.spliterator(), false)
                .filter(value -> !value.isNull())
                .map(JsonNode::asText)
                .toList();
    }

    private static boolean isNullable(JsonNode schema) {
        return types(schema).contains("null")
                || Stream.of("anyOf", "oneOf")
                        .flatMap(several -> schema.path(several).valueStream())
                        .anyMatch(alternative -> types(alternative).contains("null"));
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? StreamSupport.stream(type.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : type.isMissingNode() ? List.of() : List.of(type.asText());
    }
}
