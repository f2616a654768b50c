package eu.mieux.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** A path such as {@code /api/v1/portfolio/{file}} that several services answer, each for its own values. */
final class SharedPath {

    private SharedPath() {}

    /** Adds what a further service says about the path to what is known of it. */
    static void unite(String path, ObjectNode known, ObjectNode further) {
        for (Map.Entry<String, JsonNode> member : further.properties()) {
            JsonNode before = known.get(member.getKey());
            if (before == null) {
                known.set(member.getKey(), member.getValue());
            } else if (!comparable(before).equals(comparable(member.getValue()))) {
                throw new IllegalStateException("Two services describe %s %s differently:%n%s%n%s"
                        .formatted(member.getKey(), path, before, member.getValue()));
            } else {
                uniteValues(before, member.getValue());
            }
        }
    }

    private static void uniteValues(JsonNode known, JsonNode further) {
        addMissing(known.path("tags"), further.path("tags"));
        JsonNode parameters = known.isArray() ? known : known.path("parameters");
        JsonNode more = further.isArray() ? further : further.path("parameters");
        for (int i = 0; i < parameters.size(); i++) {
            if (isOfPath(parameters.get(i))) {
                addMissing(parameters.get(i).at("/schema/enum"), more.get(i).at("/schema/enum"));
            }
        }
    }

    private static void addMissing(JsonNode known, JsonNode further) {
        if (known instanceof ArrayNode array) {
            for (JsonNode value : further) {
                boolean there = false;
                for (JsonNode already : array) {
                    there |= already.equals(value);
                }
                if (!there) {
                    array.add(value);
                }
            }
        }
    }

    /** Without what each service says for itself. */
    private static JsonNode comparable(JsonNode member) {
        JsonNode copy = member.deepCopy();
        if (copy instanceof ObjectNode operation) {
            operation.remove("tags");
            operation.remove("operationId");
        }
        for (JsonNode parameter : copy.isArray() ? copy : copy.path("parameters")) {
            if (isOfPath(parameter) && parameter.path("schema") instanceof ObjectNode schema) {
                schema.remove("enum");
            }
        }
        return copy;
    }

    private static boolean isOfPath(JsonNode parameter) {
        return parameter.path("in").asText().equals("path");
    }
}
