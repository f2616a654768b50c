package eu.mieux.preimplementation.notification;

import static eu.mieux.preimplementation.notification.NotificationKind.CLOCK_AT_RISK;
import static eu.mieux.preimplementation.notification.NotificationKind.CONDITION_SETTLED;
import static eu.mieux.preimplementation.notification.NotificationKind.DECISION_DUE;
import static eu.mieux.preimplementation.notification.NotificationKind.FICHE_ENDORSED;
import static eu.mieux.preimplementation.notification.NotificationKind.FICHE_TO_ENDORSE;
import static eu.mieux.preimplementation.notification.NotificationKind.OPINION_AWAITED;
import static eu.mieux.preimplementation.notification.NotificationKind.REQUEST_DECIDED;
import static eu.mieux.preimplementation.notification.NotificationKind.REQUEST_ON_HOLD;
import static eu.mieux.preimplementation.notification.NotificationKind.REQUEST_RESUMED;
import static eu.mieux.preimplementation.notification.NotificationKind.SCREENING_DUE;

import eu.mieux.chassis.inbox.ReceivedEvent;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.fiche.FollowingFiches;
import eu.mieux.preimplementation.request.FollowingRequests;
import eu.mieux.preimplementation.request.FollowingRequests.Awaited;
import eu.mieux.preimplementation.request.FollowingRequests.Followed;
import eu.mieux.preimplementation.request.RequestStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Of which events people are told. What waits is read where it stands when the event is heard of, which may be a moment later: who
 * has spoken meanwhile is not asked. What comes from a portfolio ({@code request-recorded}) is of the past.
 */
@ApplicationScoped
class Occasions {

    private final FollowingRequests requests;
    private final FollowingFiches fiches;
    private final FacilityCalendar calendar;

    Occasions(FollowingRequests requests, FollowingFiches fiches, FacilityCalendar calendar) {
        this.requests = requests;
        this.fiches = fiches;
        this.calendar = calendar;
    }

    List<Occasion> of(ReceivedEvent event) {
        UUID id = event.aggregateId();
        return switch (event.type()) {
            case "request-submitted" -> List.of(news(SCREENING_DUE, id, event));
            case "request-review-started", "request-review-reopened" -> opinions(id, _ -> true, false);
            case "request-opinion-awaited" -> {
                LocalDate today = calendar.dayOf(event.time());
                yield opinions(id, voice -> today.equals(voice.remindedOn()), true);
            }
            // Who was told of just this institution and deadline is not told again.
            case "request-opinion-time-changed", "request-opinion-delegated" -> opinions(id, _ -> true, false);
            case "request-opinion-given", "request-institution-recused", "request-review-closed" -> decision(id);
            case "request-put-on-hold" -> List.of(news(REQUEST_ON_HOLD, id, event));
            // Those who are still asked have other deadlines now.
            case "request-resumed" ->
                Stream.concat(Stream.of(news(REQUEST_RESUMED, id, event)), opinions(id, _ -> true, false).stream())
                        .toList();
            case "request-approved", "request-rejected" -> List.of(news(REQUEST_DECIDED, id, event));
            case "request-condition-settled" -> List.of(news(CONDITION_SETTLED, id, event));
            case "request-clock-at-risk" -> List.of(news(CLOCK_AT_RISK, id, event));
            case "action-fiche-drafted", "action-fiche-endorsement-given" -> endorsements(id, true);
            // Every change is a version: only who had endorsed the one before need know of it at once.
            case "action-fiche-revised" -> endorsements(id, false);
            case "action-fiche-endorsed" ->
                fiches.find(id).map(fiche -> news(FICHE_ENDORSED, fiche.request(), event)).stream()
                        .toList();
            default -> List.of();
        };
    }

    private static Occasion news(NotificationKind kind, UUID request, ReceivedEvent event) {
        return new Occasion(
                kind, request, kind.roles(), List.of(), event.type() + " at version " + event.version(), false);
    }

    private List<Occasion> opinions(UUID id, Predicate<Awaited> which, boolean again) {
        Followed request = requests.find(id).orElse(null);
        if (request == null) {
            return List.of();
        }
        List<Awaited> awaited = request.awaited().stream().filter(which).toList();
        return awaited.isEmpty()
                ? List.of()
                : List.of(new Occasion(
                        OPINION_AWAITED, id, OPINION_AWAITED.roles(), awaited, "round " + request.round(), again));
    }

    private List<Occasion> decision(UUID id) {
        return requests.find(id).filter(Occasions::isDecisionDue).stream()
                .map(request -> new Occasion(
                        DECISION_DUE,
                        id,
                        DECISION_DUE.roles(),
                        List.of(),
                        "round %d until %s".formatted(request.round(), request.until()),
                        false))
                .toList();
    }

    static boolean isDecisionDue(Followed request) {
        return request.status() == RequestStatus.UNDER_REVIEW
                && request.round() > 0
                && request.awaited().isEmpty();
    }

    private List<Occasion> endorsements(UUID id, boolean fromAll) {
        return fiches.find(id).stream()
                .filter(fiche -> !fiche.endorsed())
                .map(fiche -> new Occasion(
                        FICHE_TO_ENDORSE,
                        fiche.request(),
                        fromAll ? fiche.silent() : fiche.voided(),
                        List.of(),
                        "version " + fiche.contentVersion(),
                        false))
                .toList();
    }
}
