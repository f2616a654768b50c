package eu.mieux.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * JSON as a guide shows it: an ellipsis stands for any text within a text, for any value, for the other fields of an object,
 * and for further elements of a list. All else is meant as it stands.
 */
final class Shape {

    private static final String ANY = "…";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode shown;

    private Shape(JsonNode shown) {
        this.shown = shown;
    }

    static Shape of(String json) throws JsonProcessingException {
        return new Shape(JSON.readTree(withoutGaps(json)));
    }

    /** Each ellipsis outside a text as one that JSON knows: a text, or a field. */
    private static String withoutGaps(String json) {
        StringBuilder whole = new StringBuilder();
        Deque<Character> open = new ArrayDeque<>();
        boolean inText = false;
        char before = ' ';
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '"' && (i == 0 || json.charAt(i - 1) != '\\')) {
                inText = !inText;
            } else if (!inText && (c == '{' || c == '[')) {
                open.push(c);
            } else if (!inText && (c == '}' || c == ']')) {
                open.pop();
            }
            if (!inText && c == ANY.charAt(0)) {
                boolean field = before != ':' && !open.isEmpty() && open.peek() == '{';
                whole.append(field ? "\"…\": \"…\"" : "\"…\"");
            } else {
                whole.append(c);
            }
            before = Character.isWhitespace(c) ? before : c;
        }
        return whole.toString();
    }

    /** What of an answer is otherwise, a sentence each. */
    List<String> differences(String answer) throws JsonProcessingException {
        List<String> differences = new ArrayList<>();
        compare("", shown, JSON.readTree(answer), differences);
        return differences;
    }

    private static void compare(String at, JsonNode shown, JsonNode real, List<String> differences) {
        boolean same = switch (shown.getNodeType()) {
            case OBJECT -> real.isObject() && comparedFields(at, shown, real, differences);
            case ARRAY -> real.isArray() && comparedElements(at, shown, real, differences);
            case STRING ->
                shown.textValue().equals(ANY) || (real.isTextual() && fits(shown.textValue(), real.textValue()));
            default -> shown.equals(real);
        };
        if (!same) {
            differences.add("%s is %s, not %s".formatted(at.isEmpty() ? "/" : at, real, shown));
        }
    }

    private static boolean comparedFields(String at, JsonNode shown, JsonNode real, List<String> differences) {
        TreeSet<String> further = new TreeSet<>();
        real.fieldNames().forEachRemaining(further::add);
        for (Map.Entry<String, JsonNode> field : shown.properties()) {
            if (field.getKey().equals(ANY)) {
                further.clear();
            } else {
                compare(at + "/" + field.getKey(), field.getValue(), real.path(field.getKey()), differences);
                further.remove(field.getKey());
            }
        }
        if (!further.isEmpty()) {
            differences.add("%s has %s as well".formatted(at.isEmpty() ? "/" : at, further));
        }
        return true;
    }

    private static boolean comparedElements(String at, JsonNode shown, JsonNode real, List<String> differences) {
        boolean open = !shown.isEmpty() && shown.get(shown.size() - 1).asText().equals(ANY);
        int size = shown.size() - (open ? 1 : 0);
        for (int i = 0; i < size; i++) {
            compare(at + "/" + i, shown.get(i), real.path(i), differences);
        }
        return open || size == real.size();
    }

    /** Whether a text is as one with ellipses. */
    static boolean fits(String shown, String real) {
        List<String> parts = new ArrayList<>();
        for (String part : shown.split(ANY, -1)) {
            parts.add(Pattern.quote(part));
        }
        return Pattern.compile(String.join(".*", parts), Pattern.DOTALL)
                .matcher(real)
                .matches();
    }
}
