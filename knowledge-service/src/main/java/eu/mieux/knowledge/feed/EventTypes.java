package eu.mieux.knowledge.feed;

import eu.mieux.chassis.problem.InvalidFields;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Types of events that somebody asks for: one by its name, {@code eu.mieux.request-submitted}, or all of a kind of record,
 * {@code eu.mieux.request-*}; none are all.
 */
public final class EventTypes {

    /** Of all records whose changes are told. */
    public static final Set<String> KINDS = Set.of(
            "authority",
            "request",
            "action-fiche",
            "action",
            "activity",
            "deliverable",
            "travel-leg",
            "carbon-offset",
            "expert",
            "deployment",
            "evaluation",
            "publication",
            "media-mention",
            "channel-statistic");

    private static final String ALL_OF_A_KIND = "-*";

    private final Set<String> asked;

    private EventTypes(Collection<String> asked) {
        this.asked = Set.copyOf(asked);
    }

    /**
     * @param field where they stand in the call, as a JSON pointer
     * @param asked as they came, null among them
     * @throws InvalidFields for a type of which there can be no event
     */
    public static EventTypes of(String field, List<? extends @Nullable String> asked) {
        Set<String> types = new TreeSet<>();
        for (@Nullable String type : asked) {
            if (type == null || !isOfAKind(type)) {
                throw new InvalidFields(
                        field,
                        "%s is no type of event: ask for one as eu.mieux.request-submitted, or for all of a kind of record as eu.mieux.request-*. Kinds are %s; /asyncapi.yaml lists the types."
                                .formatted(type, new TreeSet<>(KINDS)));
            }
            types.add(type);
        }
        return new EventTypes(types);
    }

    public boolean include(String kind, String type) {
        return asked.isEmpty() || asked.contains(type) || asked.contains(CloudEvent.TYPE_PREFIX + kind + ALL_OF_A_KIND);
    }

    private static boolean isOfAKind(String type) {
        return KINDS.stream()
                .map(kind -> CloudEvent.TYPE_PREFIX + kind + "-")
                .anyMatch(start ->
                        type.startsWith(start) && type.substring(start.length()).matches("\\*|[a-z]+(-[a-z]+)*"));
    }
}
