package eu.mieux.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The references of a document to its own components. */
final class References {

    private static final String COMPONENTS = "#/components/";

    private References() {}

    /** All components that a part of the document needs, each as {@code schemas/Request}. */
    static Set<String> reachable(JsonNode from, JsonNode components) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(direct(from));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (reached.add(next)) {
                JsonNode component = components.at("/" + next);
                if (component.isMissingNode()) {
                    throw new IllegalStateException(
                            "A contract refers to %s%s, which it does not define.".formatted(COMPONENTS, next));
                }
                open.addAll(direct(component));
            }
        }
        return reached;
    }

    static Set<String> direct(JsonNode from) {
        Set<String> found = new LinkedHashSet<>();
        rename(from.deepCopy(), reference -> {
            found.add(reference);
            return reference;
        });
        return found;
    }

    /** Changes the references in place. */
    static void rename(JsonNode in, UnaryOperator<String> naming) {
        if (in instanceof ArrayNode array) {
            array.forEach(element -> rename(element, naming));
        } else if (in instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                if (field.getKey().equals("$ref")) {
                    field.setValue(renamed(field.getValue(), naming));
                } else if (field.getKey().equals("mapping") && object.has("propertyName")) {
                    ObjectNode mapping = (ObjectNode) field.getValue();
                    mapping.properties().forEach(entry -> entry.setValue(renamed(entry.getValue(), naming)));
                } else {
                    rename(field.getValue(), naming);
                }
            }
        }
    }

    private static JsonNode renamed(JsonNode reference, UnaryOperator<String> naming) {
        String target = reference.textValue();
        if (target == null || !target.startsWith(COMPONENTS)) {
            return reference;
        }
        return TextNode.valueOf(COMPONENTS + naming.apply(target.substring(COMPONENTS.length())));
    }
}
