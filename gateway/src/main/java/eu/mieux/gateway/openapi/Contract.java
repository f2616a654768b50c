package eu.mieux.gateway.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one service promises.
 *
 * @param title the service in the facility's words
 * @param prefixes the paths that the gateway sends to it
 */
record Contract(String name, String title, List<String> prefixes, ObjectNode document) {

    /**
     * The values that the gateway lets through for each variable of a path which stands where a route has a fixed segment;
     * empty when no route leads there.
     */
    Optional<Map<String, Set<String>>> reach(String path) {
        String[] segments = path.split("/", -1);
        Map<String, Set<String>> values = new LinkedHashMap<>();
        boolean reached = false;
        for (String prefix : prefixes) {
            String[] fixed = prefix.split("/", -1);
            if (matches(segments, fixed)) {
                reached = true;
                for (int i = 0; i < fixed.length; i++) {
                    if (isVariable(segments[i])) {
                        String variable = segments[i].substring(1, segments[i].length() - 1);
                        values.computeIfAbsent(variable, v -> new TreeSet<>()).add(fixed[i]);
                    }
                }
            }
        }
        return reached ? Optional.of(values) : Optional.empty();
    }

    private static boolean matches(String[] segments, String[] fixed) {
        if (segments.length < fixed.length) {
            return false;
        }
        for (int i = 0; i < fixed.length; i++) {
            if (!segments[i].equals(fixed[i]) && !isVariable(segments[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    /** The service's name as the beginning of an identifier: {@code PreImplementation}. */
    String prefix() {
        StringBuilder prefix = new StringBuilder();
        for (String word : name.split("-", -1)) {
            prefix.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return prefix.toString();
    }
}
