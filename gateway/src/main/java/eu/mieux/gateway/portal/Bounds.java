package eu.mieux.gateway.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** How large or long a value may be and what holds without it, in words: {@code 1–200, else 20}. */
final class Bounds {

    /** As long as a whole target may be, and as large as a number of its type: nobody needs to be told. */
    private static final long LONGEST = 8_192;

    private static final long LARGEST = Integer.MAX_VALUE;

    private Bounds() {}

    /** Empty when there are none. */
    static String of(JsonNode schema, JsonNode document) {
        JsonNode known = Fields.resolved(schema, document);
        List<String> words = new ArrayList<>();
        add(words, size(known));
        add(words, range(known, "minItems", "maxItems", " entry", " entries"));
        if (known.has("items")) {
            String each = size(Fields.resolved(known.get("items"), document));
            add(words, each.isEmpty() ? "" : "each " + each);
        }
        String otherwise = schema.path("default").asText(known.path("default").asText());
        add(words, otherwise.isEmpty() ? "" : "else " + otherwise);
        return String.join(", ", words);
    }

    private static void add(List<String> words, String more) {
        if (!more.isEmpty()) {
            words.add(more);
        }
    }

    private static String size(JsonNode schema) {
        String number = range(schema, "minimum", "maximum", "", "");
        return number.isEmpty() ? range(schema, "minLength", "maxLength", " character", " characters") : number;
    }

    private static String range(JsonNode schema, String least, String most, String one, String many) {
        boolean from = schema.has(least)
                && Math.abs(schema.get(least).asDouble()) < LARGEST
                && (one.isEmpty() || schema.get(least).asLong() > 0);
        boolean to = schema.has(most) && schema.get(most).asDouble() < (one.isEmpty() ? LARGEST : LONGEST);
        String low = schema.path(least).asText();
        String high = schema.path(most).asText();
        if (from && to) {
            return low.equals(high) ? low + (low.equals("1") ? one : many) : low + "–" + high + many;
        }
        if (to) {
            return "up to " + high + (high.equals("1") ? one : many);
        }
        return from ? "from " + low + (low.equals("1") ? one : many) : "";
    }
}
