package eu.mieux.preimplementation.notification;

import eu.mieux.chassis.identity.Listener;
import eu.mieux.preimplementation.clock.FastResponseClock;
import eu.mieux.preimplementation.fiche.FollowingFiches;
import eu.mieux.preimplementation.request.FollowingRequests;
import eu.mieux.preimplementation.request.FollowingRequests.Awaited;
import eu.mieux.preimplementation.request.FollowingRequests.Followed;
import eu.mieux.preimplementation.request.RequestStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What of that which was to be told is still so when the mail is written. A digest is hours later, and a mail server may have been
 * away for days: nobody is asked for an opinion on what is decided.
 */
@ApplicationScoped
class Pending {

    private final FollowingRequests requests;
    private final FollowingFiches fiches;
    private final PendingComments comments;
    private final PendingMeetings meetings;
    private final CurrentSight sight;

    Pending(
            FollowingRequests requests,
            FollowingFiches fiches,
            PendingComments comments,
            PendingMeetings meetings,
            CurrentSight sight) {
        this.requests = requests;
        this.fiches = fiches;
        this.comments = comments;
        this.meetings = meetings;
        this.sight = sight;
    }

    /** Something to tell. */
    record Matter(NotificationKind kind, Heading heading, Details details) {}

    Optional<Matter> of(Told.Matter told, Recipient recipient, String address) {
        NotificationKind kind = told.kind();
        if (recipient.delivery(kind) == NotificationDelivery.NEVER) {
            return Optional.empty();
        }
        List<Listener> capacities = sight.of(recipient, address, kind.about().aggregateType(), told.about()).stream()
                .filter(who -> !Collections.disjoint(kind.roles(), who.roles()))
                .toList();
        return capacities.isEmpty() ? Optional.empty() : of(told, recipient, capacities);
    }

    private Optional<Matter> of(Told.Matter told, Recipient recipient, List<Listener> capacities) {
        return switch (told.kind()) {
            case OPINION_AWAITED -> ofRequest(told, request -> asked(request, capacities, told.again()));
            case SCREENING_DUE -> ofRequest(told, request -> when(request.status() == RequestStatus.SUBMITTED));
            case DECISION_DUE -> ofRequest(told, request -> when(Occasions.isDecisionDue(request)));
            // Withdrawn meanwhile, it is news no more.
            case REQUEST_DECIDED ->
                ofRequest(
                        told,
                        request -> Optional.of(request.status())
                                .filter(Set.of(RequestStatus.APPROVED, RequestStatus.REJECTED)::contains)
                                .map(Details.Decided::new));
            case REQUEST_ON_HOLD -> ofRequest(told, request -> Optional.of(new Details.Held(request.held())));
            case FICHE_TO_ENDORSE -> ofRequest(told, request -> when(isToEndorse(request, capacities)));
            // Launched or ended it is nobody's turn; of a clock that stands still nothing is due.
            case CLOCK_AT_RISK ->
                ofRequest(
                        told,
                        request -> requests.clockOf(request.id())
                                .filter(clock -> clock.state() == FastResponseClock.State.RUNNING)
                                .map(Details.Due::new));
            case REQUEST_RESUMED, CONDITION_SETTLED, FICHE_ENDORSED -> ofRequest(told, _ -> when(true));
            case COMMENT_OPEN -> comments.open(told, recipient, capacities);
            case COMMENT_ANSWERED -> comments.answered(told, recipient);
            case MEETING_CONVENED -> meetings.convened(told, capacities);
            case MEETING_CANCELLED -> meetings.cancelled(told, recipient, capacities);
            case MINUTES_TO_ADOPT -> meetings.minuted(told, capacities);
        };
    }

    /** @param details empty when nothing is to be told any more */
    private Optional<Matter> ofRequest(Told.Matter told, Function<Followed, Optional<? extends Details>> details) {
        return requests.find(told.about())
                .flatMap(request -> details.apply(request)
                        .map(found -> new Matter(told.kind(), new Heading.OfRequest(request), found)));
    }

    private static Optional<Details> when(boolean waits) {
        return waits ? Optional.of(new Details.Nothing()) : Optional.empty();
    }

    private static Optional<Details> asked(Followed request, List<Listener> capacities, boolean again) {
        List<Awaited> hers = capacities.stream()
                .flatMap(who -> Occasion.of(who, request.awaited()).stream())
                .distinct()
                .toList();
        return hers.isEmpty() ? Optional.empty() : Optional.of(new Details.Asked(hers, again));
    }

    private boolean isToEndorse(Followed request, List<Listener> capacities) {
        return fiches.ofRequest(request.id())
                .filter(fiche ->
                        capacities.stream().anyMatch(who -> fiches.isOfSide(who, fiche.silent(), request.recused())))
                .isPresent();
    }
}
