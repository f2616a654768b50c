package eu.mieux.preimplementation.notification;

import eu.mieux.chassis.identity.Listener;
import eu.mieux.preimplementation.request.FollowingRequests.Awaited;
import eu.mieux.preimplementation.review.Review;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that people are to be told of.
 *
 * @param about the request, comment or meeting, as its kind says
 * @param roles whom it concerns, of those of its kind
 * @param whom whom of these
 */
record Occasion(NotificationKind kind, UUID about, Set<String> roles, Whom whom, Repetition repetition) {

    /** What is done where somebody was told of it before. */
    enum Repetition {
        /** Of the same she is not told again. */
        NONE,
        /** She is reminded. */
        REMINDER,
        /** Of the same she is not told again; of anything else, that it has changed. */
        CHANGE
    }

    /** Whom it concerns, of those who see the record. */
    @FunctionalInterface
    interface Whom {

        /**
         * What exactly waits for her, so that nobody is told the same twice; empty when it is not her turn.
         *
         * @param subject of her token; null for a focal point
         */
        Optional<String> matterFor(@Nullable String subject, Listener who);

        static Whom all(String matter) {
            return (_, _) -> Optional.of(matter);
        }
    }

    /** Those whose opinion is awaited, and by when. */
    static Whom voices(String matter, List<Awaited> awaited) {
        return (_, who) -> {
            List<Awaited> hers = of(who, awaited);
            return hers.isEmpty()
                    ? Optional.empty()
                    : Optional.of(matter
                            + hers.stream()
                                    .map(voice -> "; " + voice.institution() + " until " + voice.until())
                                    .collect(Collectors.joining()));
        };
    }

    /** For which of these institutions she speaks: her own, and those that let hers speak for them. */
    static List<Awaited> of(Listener who, List<Awaited> awaited) {
        Set<String> own = institutionsOf(who);
        return awaited.stream()
                .filter(voice -> own.contains(voice.institution())
                        || (voice.delegatedTo() != null && own.contains(voice.delegatedTo())))
                .toList();
    }

    /** The steering institution, and the EU Delegations, that she is of. */
    static Set<String> institutionsOf(Listener who) {
        Set<String> own = new HashSet<>();
        if (who.roles().contains("steering-member")) {
            own.addAll(who.claims().getOrDefault("institution", List.of()));
        }
        if (who.roles().contains("eu-delegation")) {
            who.claims().getOrDefault("countries", List.of()).stream()
                    .map(Review::delegationTo)
                    .forEach(own::add);
        }
        return own;
    }

    /** The first of their deadlines. */
    static Optional<LocalDate> until(List<Awaited> voices) {
        return voices.stream().map(Awaited::until).min(Comparator.naturalOrder());
    }
}
