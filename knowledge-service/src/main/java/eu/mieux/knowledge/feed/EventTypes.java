package eu.mieux.knowledge.feed;

import eu.mieux.chassis.problem.InvalidFields;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
            "fiche-comment",
            "meeting",
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

    /** Every type that a service publishes, a line each; a test holds this list against what they say. */
    static final Set<String> KNOWN = read("event-types.txt");

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
        InvalidFields.Check check = new InvalidFields.Check();
        for (int i = 0; i < asked.size(); i++) {
            String type = asked.get(i);
            check.that(
                    type != null && isKnown(type),
                    field + "/" + i,
                    "\"%s\" is no type of event: ask for one as eu.mieux.request-submitted, or for all of a kind of record as eu.mieux.request-*; /asyncapi.yaml lists them."
                            .formatted(type == null ? "" : type));
        }
        check.orRefuse();
        return kept(asked.stream().map(Objects::requireNonNull).toList());
    }

    /** What somebody asked for once; a type that is not published any more just never comes. */
    public static EventTypes kept(Collection<String> asked) {
        return new EventTypes(asked);
    }

    public boolean include(String kind, String type) {
        return asked.isEmpty() || asked.contains(type) || asked.contains(CloudEvent.TYPE_PREFIX + kind + ALL_OF_A_KIND);
    }

    private static boolean isKnown(String type) {
        return KNOWN.contains(type)
                || KINDS.stream().anyMatch(kind -> type.equals(CloudEvent.TYPE_PREFIX + kind + ALL_OF_A_KIND));
    }

    private static Set<String> read(String resource) {
        try (InputStream lines = EventTypes.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(lines, resource).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
