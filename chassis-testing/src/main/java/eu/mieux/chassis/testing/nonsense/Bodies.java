package eu.mieux.chassis.testing.nonsense;

import eu.mieux.chassis.testing.ApiDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies by their schema, and what can be wrong with a body. */
final class Bodies {

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;

    private final ApiDocument document;

    Bodies(ApiDocument document) {
        this.document = document;
    }

    /** Much as the schema wants it, here and there at the edge of it. */
    JsonNode by(JsonNode described, Random chance) {
        return by(described, chance, 0);
    }

    private JsonNode by(JsonNode described, Random chance, int depth) {
        JsonNode schema = document.resolve(described);
        for (String choice : List.of("enum", "examples", "anyOf", "oneOf", "allOf")) {
            JsonNode choices = schema.path(choice);
            if (choices.isArray() && !choices.isEmpty()) {
                JsonNode chosen = choices.get(chance.nextInt(choices.size()));
                return choice.endsWith("Of") ? by(chosen, chance, depth) : chosen;
            }
        }
        JsonNode types = schema.path("type");
        String type = types.isArray()
                ? types.get(chance.nextInt(10) == 0 ? types.size() - 1 : 0).asString()
                : types.asString("string");
        return switch (type) {
            case "object" -> object(schema, chance, depth);
            case "array" -> array(schema, chance, depth);
            case "integer", "number" -> NODES.numberNode(number(schema, chance));
            case "boolean" -> NODES.booleanNode(chance.nextBoolean());
            case "null" -> NODES.nullNode();
            default -> NODES.stringNode(text(schema.path("format").asString(""), chance));
        };
    }

    private ObjectNode object(JsonNode schema, Random chance, int depth) {
        ObjectNode object = NODES.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asString()));
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (required.contains(property.getKey()) || (depth < DEEPEST && chance.nextInt(3) > 0)) {
                object.set(property.getKey(), by(property.getValue(), chance, depth + 1));
            }
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, Random chance, int depth) {
        ArrayNode array = NODES.arrayNode();
        int length = depth >= DEEPEST ? 0 : chance.nextInt(4);
        for (int i = 0; i < length; i++) {
            array.add(by(schema.path("items"), chance, depth + 1));
        }
        return array;
    }

    private static long number(JsonNode schema, Random chance) {
        long least = schema.path("minimum").asLong(Integer.MIN_VALUE);
        long most = schema.path("maximum").asLong(Integer.MAX_VALUE);
        return switch (chance.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            default -> Math.clamp(chance.nextLong(1, 100), least, most);
        };
    }

    private static String text(String format, Random chance) {
        return switch (format) {
            case "date" -> Nasty.one(chance, "2017-03-01", "2016-02-29", "0001-01-01", "9999-12-31", "2026-01-01");
            case "date-time" -> Nasty.one(chance, "2017-03-01T12:00:00Z", "9999-12-31T23:59:59Z");
            case "uuid" -> "0190a0a0-0000-7000-8000-000000000000";
            default ->
                chance.nextInt(4) == 0
                        ? Nasty.text(chance)
                        : Nasty.one(chance, "A text", "CM", "FR", "en", "2017-03", "POLICY");
        };
    }

    /** With one value of it, wherever that is, made something else; what is no JSON any more stays as it is. */
    static Call amiss(Call call, Random chance) {
        try {
            return call.withBody(amiss(JSON.readTree(call.body().getBytes()), chance));
        } catch (JacksonException e) {
            return call;
        }
    }

    private static String amiss(JsonNode root, Random chance) {
        List<JsonNode> owners = new ArrayList<>();
        collect(root, owners);
        if (owners.isEmpty()) {
            return value(chance);
        }
        JsonNode owner = owners.get(chance.nextInt(owners.size()));
        String marker = "\"@here@\"";
        switch (owner) {
            case ObjectNode object -> {
                List<String> names = List.copyOf(object.propertyNames());
                String name = names.isEmpty() || chance.nextInt(10) == 0
                        ? Nasty.text(chance)
                        : names.get(chance.nextInt(names.size()));
                if (chance.nextInt(8) == 0) {
                    object.remove(name);
                } else {
                    object.put(name, "@here@");
                }
            }
            case ArrayNode array -> array.insert(chance.nextInt(array.size() + 1), "@here@");
            default -> throw new IllegalStateException("Neither an object nor an array: " + owner);
        }
        return root.toString().replace(marker, value(chance));
    }

    private static void collect(JsonNode node, List<JsonNode> owners) {
        if (node.isContainer()) {
            owners.add(node);
            node.forEach(child -> collect(child, owners));
        }
    }

    /** JSON of any kind; half a character is written as it must not be, too. */
    private static String value(Random chance) {
        return switch (chance.nextInt(10)) {
            case 0 -> "null";
            case 1 ->
                Nasty.one(
                        chance,
                        "true",
                        "{}",
                        "[]",
                        "[null]",
                        "[[[]]]",
                        "{\"a\":1}",
                        "[{}]",
                        "NaN",
                        "Infinity",
                        "'a'",
                        "01",
                        "\"\\ud800\"");
            case 2 -> Nasty.number(chance);
            case 3 -> "[" + "[".repeat(chance.nextInt(3_000)) + "]".repeat(chance.nextInt(3_000)) + "]";
            case 4 -> "[\"a\"" + ",\"a\"".repeat(chance.nextInt(2_000)) + "]";
            case 5 -> "\"" + Nasty.day(chance) + "\"";
            default -> JSON.writeValueAsString(Nasty.text(chance));
        };
    }
}
