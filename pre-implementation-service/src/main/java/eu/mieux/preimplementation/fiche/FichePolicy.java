package eu.mieux.preimplementation.fiche;

import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Listener;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.preimplementation.request.Approvals.Approval;
import eu.mieux.preimplementation.request.SteeringInstitutions;
import eu.mieux.preimplementation.review.Review;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who may write a fiche, and for which side a caller speaks; who sees it is said by its request's policy. */
@ApplicationScoped
class FichePolicy {

    private final Caller caller;
    private final SteeringInstitutions steering;

    FichePolicy(Caller caller, SteeringInstitutions steering) {
        this.caller = caller;
        this.steering = steering;
    }

    /** A manager speaks for every side; others for the side of their role, where their claims reach. */
    boolean speaksFor(Side side, Approval request) {
        if (caller.has("manager")) {
            return true;
        }
        return caller.has(side.role())
                && switch (side) {
                    case OFFICER -> !Collections.disjoint(caller.claims("regions"), request.regions());
                    case STEERING_GROUP ->
                        caller.claim("institution")
                                .filter(steering.today()::contains)
                                .isPresent();
                    case PARTNER ->
                        caller.claim("authority")
                                .filter(request.authorityKeys()::contains)
                                .isPresent();
                };
    }

    /** Whoever speaks for a side, and not only for an institution that has stepped back. */
    boolean isWriter(Approval request) {
        return sides(request).stream().anyMatch(side -> institution(side).noneMatch(request.recused()::contains));
    }

    /**
     * The same of somebody who is not asking: that she sees the fiche by these rights says that it is in their reach.
     *
     * @param recused institutions that speak for nobody here
     */
    boolean speaksFor(Side side, Listener who, Set<String> recused) {
        return who.roles().contains(side.role())
                && (side != Side.STEERING_GROUP
                        || who.claims().getOrDefault("institution", List.of()).stream()
                                .anyMatch(institution ->
                                        steering.today().contains(institution) && !recused.contains(institution)));
    }

    /** EU Delegations comment on the fiches that they see (design, The domain, People and what they may do). */
    boolean isCommentator(Approval request) {
        return isWriter(request)
                || delegations(request)
                        .anyMatch(delegation -> !request.recused().contains(delegation));
    }

    void requireWriter(Approval request) {
        if (!isWriter(request)) {
            requireNoneRecused(sides(request).stream().flatMap(this::institution), request);
            throw new FicheRefusals.NotYourFiche(request.reference());
        }
    }

    /** Says why to whoever would comment if her institution had not stepped back. */
    void requireNoConflict(Approval request) {
        if (!isCommentator(request)) {
            requireNoneRecused(
                    Stream.concat(sides(request).stream().flatMap(this::institution), delegations(request)), request);
        }
    }

    /** The side that is named, or else the only one that the caller speaks for. */
    Side side(@Nullable Side named, Approval request) {
        List<Side> own = sides(request);
        if (named != null) {
            if (!own.contains(named)) {
                throw new FicheRefusals.NotYourSide(request.reference(), named);
            }
            return named;
        }
        if (own.isEmpty()) {
            throw new FicheRefusals.NotYourFiche(request.reference());
        }
        if (own.size() > 1) {
            throw new InvalidFields("/side", "Say for which side: you speak for %s.".formatted(own));
        }
        return own.getFirst();
    }

    /** What is not for an institution with a conflict of interest is for the others of its side; a manager acts for these. */
    void requireDisinterested(Side side, Approval request) {
        if (!caller.has("manager")) {
            requireNoneRecused(institution(side), request);
        }
    }

    private static void requireNoneRecused(Stream<String> institutions, Approval request) {
        institutions.filter(request.recused()::contains).findFirst().ifPresent(institution -> {
            throw new FicheRefusals.ConflictOfInterest(request.reference(), institution);
        });
    }

    /** By which the caller speaks for this side. */
    private Stream<String> institution(Side side) {
        return side == Side.STEERING_GROUP ? caller.claim("institution").stream() : Stream.empty();
    }

    /** That the caller is of, to countries of the request. */
    private Stream<String> delegations(Approval request) {
        return caller.has("eu-delegation")
                ? caller.claims("countries").stream()
                        .filter(request.countries()::contains)
                        .map(Review::delegationTo)
                : Stream.empty();
    }

    private List<Side> sides(Approval request) {
        return Stream.of(Side.values()).filter(side -> speaksFor(side, request)).toList();
    }
}
