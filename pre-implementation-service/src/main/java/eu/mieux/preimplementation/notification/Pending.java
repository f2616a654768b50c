package eu.mieux.preimplementation.notification;

import eu.mieux.chassis.identity.Listener;
import eu.mieux.preimplementation.clock.FastResponseClock;
import eu.mieux.preimplementation.clock.FastResponseClock.Turn;
import eu.mieux.preimplementation.clock.Hold;
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

    /** Something to tell. */
    record Matter(NotificationKind kind, Followed request, Details details) {}

    /**
     * What is told beside what kind of matter it is.
     *
     * @param who for whom her opinion is awaited, where it is
     * @param again whether she was asked before
     * @param until by when, where there is a day
     * @param turn who has to act, where that is told
     * @param reason why it waits, where somebody has said so
     */
    record Details(
            List<String> who,
            boolean again,
            @Nullable LocalDate until,
            List<Turn> turn,
            @Nullable String reason) {

        private static final Details NONE = new Details(List.of(), false, null, List.of(), null);

        private static Details asked(List<Awaited> hers, boolean again) {
            return new Details(
                    hers.stream().map(Awaited::institution).toList(),
                    again,
                    Occasion.until(hers).orElse(null),
                    List.of(),
                    null);
        }

        private static Details held(Hold hold) {
            return new Details(List.of(), false, null, List.of(hold.waitingFor()), hold.reason());
        }

        private static Details due(FastResponseClock clock) {
            return new Details(List.of(), false, clock.dueOn(), clock.turn(), null);
        }
    }

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
                .map(request -> new Matter(kind, request, details(told, request, capacities)));
    }

    private Details details(Told.Matter told, Followed request, List<Listener> capacities) {
        return switch (told.kind()) {
            case OPINION_AWAITED -> Details.asked(awaited(request, capacities), told.again());
            case REQUEST_ON_HOLD ->
                Optional.ofNullable(request.held()).map(Details::held).orElse(Details.NONE);
            case CLOCK_AT_RISK ->
                requests.clockOf(request.id()).map(Details::due).orElse(Details.NONE);
            default -> Details.NONE;
        };
    }

    private boolean waits(NotificationKind kind, Followed request, List<Listener> capacities) {
        return switch (kind) {
            case OPINION_AWAITED -> !awaited(request, capacities).isEmpty();
            case SCREENING_DUE -> request.status() == RequestStatus.SUBMITTED;
            case DECISION_DUE -> Occasions.isDecisionDue(request);
            case FICHE_TO_ENDORSE -> isToEndorse(request, capacities);
            // Launched or ended it is nobody's turn; of one that stands still nothing is due.
            case CLOCK_AT_RISK ->
                requests.clockOf(request.id())
                        .filter(clock -> clock.state() == FastResponseClock.State.RUNNING)
                        .isPresent();
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
