package eu.mieux.preimplementation.notification;

import eu.mieux.chassis.identity.Listener;
import eu.mieux.preimplementation.fiche.FollowingFiches;
import eu.mieux.preimplementation.request.FollowingRequests;
import eu.mieux.preimplementation.request.FollowingRequests.Awaited;
import eu.mieux.preimplementation.request.FollowingRequests.Followed;
import eu.mieux.preimplementation.request.RequestStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of that which was to be told is still so when the mail is written. A digest is hours later, and a mail server may have been
 * away for days: nobody is asked for an opinion on what is decided.
 */
@ApplicationScoped
class Pending {

    private final FollowingRequests requests;
    private final FollowingFiches fiches;
    private final CurrentSight sight;

    Pending(FollowingRequests requests, FollowingFiches fiches, CurrentSight sight) {
        this.requests = requests;
        this.fiches = fiches;
        this.sight = sight;
    }

    /**
     * Something to tell.
     *
     * @param who for whom her opinion is awaited, where it is
     * @param until by when, where there is a day
     */
    record Matter(
            NotificationKind kind,
            UUID id,
            String request,
            String title,
            RequestStatus status,
            List<String> who,
            @Nullable LocalDate until) {}

    Optional<Matter> of(Told.Matter told, Recipient recipient, String address) {
        NotificationKind kind = told.kind();
        if (recipient.delivery(kind) == NotificationDelivery.NEVER) {
            return Optional.empty();
        }
        List<Listener> capacities = sight.of(recipient, address, told.request()).stream()
                .filter(who -> !Collections.disjoint(kind.roles(), who.roles()))
                .toList();
        return requests.find(told.request())
                .filter(request -> !capacities.isEmpty() && waits(kind, request, capacities))
                .map(request -> matter(kind, request, awaited(request, capacities)));
    }

    private static Matter matter(NotificationKind kind, Followed request, List<Awaited> hers) {
        boolean asked = kind == NotificationKind.OPINION_AWAITED;
        return new Matter(
                kind,
                request.id(),
                request.name(),
                request.title(),
                request.status(),
                asked ? hers.stream().map(Awaited::institution).toList() : List.of(),
                asked ? Occasion.until(hers).orElse(null) : null);
    }

    private boolean waits(NotificationKind kind, Followed request, List<Listener> capacities) {
        return switch (kind) {
            case OPINION_AWAITED -> !awaited(request, capacities).isEmpty();
            case SCREENING_DUE -> request.status() == RequestStatus.SUBMITTED;
            case DECISION_DUE -> Occasions.isDecisionDue(request);
            case FICHE_TO_ENDORSE -> isToEndorse(request, capacities);
            case CLOCK_AT_RISK ->
                request.status() != RequestStatus.REJECTED && request.status() != RequestStatus.WITHDRAWN;
            case REQUEST_DECIDED, REQUEST_ON_HOLD, REQUEST_RESUMED, CONDITION_SETTLED, FICHE_ENDORSED -> true;
        };
    }

    private boolean isToEndorse(Followed request, List<Listener> capacities) {
        Set<String> hers = new HashSet<>();
        capacities.forEach(who -> hers.addAll(who.roles()));
        return fiches.ofRequest(request.id())
                .filter(fiche -> !Collections.disjoint(fiche.silent(), hers))
                .isPresent();
    }

    private static List<Awaited> awaited(Followed request, List<Listener> capacities) {
        return capacities.stream()
                .flatMap(who -> Occasion.of(who, request.awaited()).stream())
                .distinct()
                .toList();
    }
}
