package eu.mieux.preimplementation.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import eu.mieux.chassis.text.Shortened;
import eu.mieux.preimplementation.difference.Change.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Goes through two contents side by side. */
final class Comparing {

    /** By list, the field that its items are called by. */
    private static final Map<String, String> NAMES = Map.of(
            "activities", "number",
            "budget", "label",
            "risks", "description",
            "outcomes", "statement",
            "outputs", "statement",
            "indicators", "statement",
            "objectiveIndicators", "statement",
            "experts", "profile");

    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();
    private static final int SHOWN = 80;

    private final List<Change> changes = new ArrayList<>();

    private Comparing() {}

    static List<Change> compare(JsonNode before, JsonNode after) {
        Comparing comparing = new Comparing();
        comparing.objects(Kind.CHANGED, "", null, before, after);
        return List.copyOf(comparing.changes);
    }

    /** @param kind ADDED or REMOVED when the whole object was */
    private void objects(Kind kind, String at, @Nullable String item, JsonNode before, JsonNode after) {
        Set<String> fields = new LinkedHashSet<>();
        after.fieldNames().forEachRemaining(fields::add);
        before.fieldNames().forEachRemaining(fields::add);
        for (String field : fields) {
            JsonNode was = before.path(field);
            JsonNode is = after.path(field);
            String pointer = at + "/" + field;
            if (NAMES.containsKey(field)) {
                items(pointer, item, field, was, is);
            } else if (was.isArray() || is.isArray()) {
                codes(pointer, item, field, texts(was), texts(is));
            } else {
                value(kind, pointer, item, field, text(was), text(is));
            }
        }
    }

    private void value(
            Kind kind,
            String pointer,
            @Nullable String item,
            String field,
            @Nullable String before,
            @Nullable String after) {
        if (before == null ? after == null : before.equals(after)) {
            return;
        }
        if (before == null) {
            changes.add(new Change(Kind.ADDED, pointer, item, field, null, after, null));
        } else if (after == null) {
            changes.add(new Change(Kind.REMOVED, pointer, item, field, before, null, null));
        } else {
            boolean several = TextDifference.isOfSeveralWords(before) || TextDifference.isOfSeveralWords(after);
            changes.add(new Change(
                    kind, pointer, item, field, before, after, several ? TextDifference.of(before, after) : null));
        }
    }

    /** Of codes it matters which there are; of two lists of the same ones, that their order differs. */
    private void codes(String pointer, @Nullable String item, String field, List<String> before, List<String> after) {
        List<Change> found = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (!after.contains(before.get(i))) {
                found.add(new Change(Kind.REMOVED, pointer + "/" + i, item, field, before.get(i), null, null));
            }
        }
        for (int i = 0; i < after.size(); i++) {
            if (!before.contains(after.get(i))) {
                found.add(new Change(Kind.ADDED, pointer + "/" + i, item, field, null, after.get(i), null));
            }
        }
        if (found.isEmpty() && !before.equals(after)) {
            found.add(new Change(
                    Kind.MOVED, pointer, item, field, String.join(", ", before), String.join(", ", after), null));
        }
        changes.addAll(found);
    }

    private void items(String pointer, @Nullable String within, String list, JsonNode before, JsonNode after) {
        List<JsonNode> was = elements(before);
        List<JsonNode> is = elements(after);
        String name = NAMES.getOrDefault(list, "");
        Pairing pairing = Pairing.of(was, is, name);
        for (int place : pairing.gone()) {
            String at = pointer + "/" + place;
            String item = called(within, was.get(place), name);
            changes.add(new Change(Kind.REMOVED, at, item, null, null, null, null));
            objects(Kind.REMOVED, at, item, was.get(place), NOTHING);
        }
        Set<Integer> moved = pairing.moved();
        for (int place = 0; place < is.size(); place++) {
            String at = pointer + "/" + place;
            String item = called(within, is.get(place), name);
            int origin = pairing.origin(place);
            if (origin < 0) {
                changes.add(new Change(Kind.ADDED, at, item, null, null, null, null));
                objects(Kind.ADDED, at, item, NOTHING, is.get(place));
                continue;
            }
            if (moved.contains(place)) {
                changes.add(new Change(
                        Kind.MOVED, at, item, null, String.valueOf(origin + 1), String.valueOf(place + 1), null));
            }
            objects(Kind.CHANGED, at, item, was.get(origin), is.get(place));
        }
    }

    private static String called(@Nullable String within, JsonNode item, String name) {
        String shown = Shortened.to(SHOWN, item.path(name).asText());
        return within == null ? shown : within + " › " + shown;
    }

    private static List<JsonNode> elements(JsonNode list) {
        return list.isArray() ? list.valueStream().toList() : List.of();
    }

    private static List<String> texts(JsonNode list) {
        return elements(list).stream().map(JsonNode::asText).collect(Collectors.toList());
    }

    private static @Nullable String text(JsonNode value) {
        return value.isNull() || value instanceof MissingNode ? null : value.asText();
    }
}
