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

/**
 * Something that people are to be told of.
 *
 * @param roles whom it concerns, of those of its kind
 * @param awaited whose opinion is waited for, where it is about that: others than these are not concerned
 * @param matter what exactly waits, so that nobody is told the same twice
 * @param again whether who was told before is told again
 */
record Occasion(
        NotificationKind kind, UUID request, Set<String> roles, List<Awaited> awaited, String matter, boolean again) {

    /** What exactly waits for somebody with these rights, who sees the record; empty when it is not her turn. */
    Optional<String> matterFor(Listener who) {
        if (kind != NotificationKind.OPINION_AWAITED) {
            return Optional.of(matter);
        }
        List<Awaited> hers = of(who, awaited);
        return hers.isEmpty()
                ? Optional.empty()
                : Optional.of(matter
                        + hers.stream()
                                .map(voice -> "; " + voice.institution() + " until " + voice.until())
                                .collect(Collectors.joining()));
    }

    /** For which of these institutions she speaks: her own, and those that let hers speak for them. */
    static List<Awaited> of(Listener who, List<Awaited> awaited) {
        Set<String> own = new HashSet<>();
        if (who.roles().contains("steering-member")) {
            own.addAll(who.claims().getOrDefault("institution", List.of()));
        }
        if (who.roles().contains("eu-delegation")) {
            who.claims().getOrDefault("countries", List.of()).stream()
                    .map(Review::delegationTo)
                    .forEach(own::add);
        }
        return awaited.stream()
                .filter(voice -> own.contains(voice.institution())
                        || (voice.delegatedTo() != null && own.contains(voice.delegatedTo())))
                .toList();
    }

    /** The first of their deadlines. */
    static Optional<LocalDate> until(List<Awaited> voices) {
        return voices.stream().map(Awaited::until).min(Comparator.naturalOrder());
    }
}
