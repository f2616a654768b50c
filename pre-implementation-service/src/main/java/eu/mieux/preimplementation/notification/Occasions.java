package eu.mieux.preimplementation.notification;

import static eu.mieux.preimplementation.notification.NotificationKind.CLOCK_AT_RISK;
import static eu.mieux.preimplementation.notification.NotificationKind.COMMENT_ANSWERED;
import static eu.mieux.preimplementation.notification.NotificationKind.COMMENT_OPEN;
import static eu.mieux.preimplementation.notification.NotificationKind.CONDITION_SETTLED;
import static eu.mieux.preimplementation.notification.NotificationKind.DECISION_DUE;
import static eu.mieux.preimplementation.notification.NotificationKind.FICHE_ENDORSED;
import static eu.mieux.preimplementation.notification.NotificationKind.FICHE_TO_ENDORSE;
import static eu.mieux.preimplementation.notification.NotificationKind.MEETING_CANCELLED;
import static eu.mieux.preimplementation.notification.NotificationKind.MEETING_CONVENED;
import static eu.mieux.preimplementation.notification.NotificationKind.MINUTES_TO_ADOPT;
import static eu.mieux.preimplementation.notification.NotificationKind.OPINION_AWAITED;
import static eu.mieux.preimplementation.notification.NotificationKind.REQUEST_DECIDED;
import static eu.mieux.preimplementation.notification.NotificationKind.REQUEST_ON_HOLD;
import static eu.mieux.preimplementation.notification.NotificationKind.REQUEST_RESUMED;
import static eu.mieux.preimplementation.notification.NotificationKind.SCREENING_DUE;

import eu.mieux.chassis.inbox.ReceivedEvent;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.comment.FollowingComments;
import eu.mieux.preimplementation.fiche.FollowingFiches;
import eu.mieux.preimplementation.meeting.FollowingMeetings;
import eu.mieux.preimplementation.notification.Occasion.Repetition;
import eu.mieux.preimplementation.notification.Occasion.Whom;
import eu.mieux.preimplementation.notification.TakingPart.Participants;
import eu.mieux.preimplementation.request.FollowingRequests;
import eu.mieux.preimplementation.request.FollowingRequests.Awaited;
import eu.mieux.preimplementation.request.FollowingRequests.Followed;
import eu.mieux.preimplementation.request.RequestStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
    private final FollowingComments comments;
    private final FollowingMeetings meetings;
    private final TakingPart taking;
    private final FacilityCalendar calendar;

    Occasions(
            FollowingRequests requests,
            FollowingFiches fiches,
            FollowingComments comments,
            FollowingMeetings meetings,
            TakingPart taking,
            FacilityCalendar calendar) {
        this.requests = requests;
        this.fiches = fiches;
        this.comments = comments;
        this.meetings = meetings;
        this.taking = taking;
        this.calendar = calendar;
    }

    List<Occasion> of(ReceivedEvent event) {
        UUID id = event.aggregateId();
        return switch (event.type()) {
            case "request-submitted" -> List.of(news(SCREENING_DUE, id, event));
            case "request-review-started", "request-review-reopened" -> opinions(id, _ -> true, Repetition.NONE);
            case "request-opinion-awaited" -> {
                LocalDate today = calendar.dayOf(event.time());
                yield opinions(id, voice -> today.equals(voice.remindedOn()), Repetition.REMINDER);
            }
            // Who was told of just this institution and deadline is not told again.
            case "request-opinion-time-changed", "request-opinion-delegated" ->
                opinions(id, _ -> true, Repetition.NONE);
            case "request-opinion-given", "request-institution-recused", "request-review-closed" -> decision(id);
            case "request-put-on-hold" -> List.of(news(REQUEST_ON_HOLD, id, event));
            // Those who are still asked have other deadlines now.
            case "request-resumed" ->
                Stream.concat(
                                Stream.of(news(REQUEST_RESUMED, id, event)),
                                opinions(id, _ -> true, Repetition.NONE).stream())
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
            case "fiche-comment-written", "fiche-comment-reopened" -> comments(id, false);
            // An answer is for her who wrote the comment; what she answers herself is for those who write the fiche.
            case "fiche-comment-replied-to", "fiche-comment-resolved" -> comments(id, true);
            // Who was invited by another agenda is called too, and a time may change with the agenda.
            case "meeting-planned", "meeting-moved", "meeting-agenda-changed" ->
                meetings(MEETING_CONVENED, id, FollowingMeetings.Followed::appointment, Repetition.CHANGE);
            case "meeting-cancelled" -> meetings(MEETING_CANCELLED, id, _ -> "cancelled", Repetition.NONE);
            case "meeting-minutes-drafted" -> meetings(MINUTES_TO_ADOPT, id, _ -> "drafted", Repetition.NONE);
            default -> List.of();
        };
    }

    private static Occasion news(NotificationKind kind, UUID request, ReceivedEvent event) {
        return new Occasion(
                kind,
                request,
                kind.roles(),
                Whom.all(event.type() + " at version " + event.version()),
                Repetition.NONE);
    }

    private List<Occasion> opinions(UUID id, Predicate<Awaited> which, Repetition repetition) {
        Followed request = requests.find(id).orElse(null);
        if (request == null) {
            return List.of();
        }
        List<Awaited> awaited = request.awaited().stream().filter(which).toList();
        return awaited.isEmpty()
                ? List.of()
                : List.of(new Occasion(
                        OPINION_AWAITED,
                        id,
                        OPINION_AWAITED.roles(),
                        Occasion.voices("round " + request.round(), awaited),
                        repetition));
    }

    private List<Occasion> decision(UUID id) {
        return requests.find(id).filter(Occasions::isDecisionDue).stream()
                .map(request -> new Occasion(
                        DECISION_DUE,
                        id,
                        DECISION_DUE.roles(),
                        Whom.all("round %d until %s".formatted(request.round(), request.until())),
                        Repetition.NONE))
                .toList();
    }

    static boolean isDecisionDue(Followed request) {
        return request.status() == RequestStatus.UNDER_REVIEW
                && request.round() > 0
                && request.awaited().isEmpty();
    }

    private List<Occasion> endorsements(UUID id, boolean fromAll) {
        return fiches.find(id).filter(fiche -> !fiche.endorsed()).stream()
                .flatMap(fiche -> requests.find(fiche.request()).stream()
                        .map(request -> endorsement(fiche, request, fromAll ? fiche.silent() : fiche.voided())))
                .toList();
    }

    private Occasion endorsement(FollowingFiches.Followed fiche, Followed request, Set<String> roles) {
        return new Occasion(
                FICHE_TO_ENDORSE,
                request.id(),
                roles,
                (_, who) -> fiches.isOfSide(who, roles, request.recused())
                        ? Optional.of("version " + fiche.contentVersion())
                        : Optional.empty(),
                Repetition.NONE);
    }

    /** @param isAnswer whether it may be for her who wrote the comment */
    private List<Occasion> comments(UUID id, boolean isAnswer) {
        return comments.find(id).stream()
                .map(comment -> {
                    Set<String> recused = requests.find(comment.request())
                            .map(Followed::recused)
                            .orElse(Set.of());
                    boolean isForAuthor = isAnswer && (comment.isAnswered() || !comment.isOpen());
                    NotificationKind kind = isForAuthor ? COMMENT_ANSWERED : COMMENT_OPEN;
                    // What became of it meanwhile is told by the first of its events, and not again by the next.
                    Optional<String> matter = Optional.of("version " + comment.version());
                    return new Occasion(
                            kind,
                            id,
                            kind.roles(),
                            (subject, who) -> {
                                boolean isAuthor = comment.writtenBy().equals(subject);
                                return (isForAuthor ? isAuthor : !isAuthor && fiches.isWriter(who, recused))
                                        ? matter
                                        : Optional.empty();
                            },
                            Repetition.NONE);
                })
                .toList();
    }

    private List<Occasion> meetings(
            NotificationKind kind,
            UUID id,
            Function<FollowingMeetings.Followed, String> matter,
            Repetition repetition) {
        return meetings.find(id).stream()
                .map(meeting -> {
                    Participants participants = taking.in(meeting);
                    return new Occasion(
                            kind,
                            id,
                            kind.roles(),
                            (_, who) ->
                                    participants.include(who) ? Optional.of(matter.apply(meeting)) : Optional.empty(),
                            repetition);
                })
                .toList();
    }
}
