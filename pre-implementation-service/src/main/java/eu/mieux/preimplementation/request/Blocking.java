package eu.mieux.preimplementation.request;

import eu.mieux.chassis.problem.Refusal;
import eu.mieux.preimplementation.action.Launches;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.clock.FastResponseClock.Turn;
import eu.mieux.preimplementation.clock.FicheProgress;
import eu.mieux.preimplementation.clock.Hold;
import eu.mieux.preimplementation.eligibility.Finding;
import eu.mieux.preimplementation.request.Blocker.What;
import eu.mieux.preimplementation.review.Condition;
import eu.mieux.preimplementation.review.Review;
import eu.mieux.preimplementation.review.Round;
import eu.mieux.preimplementation.review.Voice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out what a request waits for. */
@ApplicationScoped
class Blocking {

    /** The status of a fiche that all sides have endorsed. */
    private static final String ENDORSED = "ENDORSED";

    private final RequestEligibility eligibility;
    private final FicheProgress fiches;
    private final Launches launches;
    private final MeetingsAbout meetings;
    private final FacilityCalendar calendar;

    Blocking(
            RequestEligibility eligibility,
            FicheProgress fiches,
            Launches launches,
            MeetingsAbout meetings,
            FacilityCalendar calendar) {
        this.eligibility = eligibility;
        this.meetings = meetings;
        this.fiches = fiches;
        this.launches = launches;
        this.calendar = calendar;
    }

    /** The most pressing first; nothing once the request has come to its end. */
    List<Blocker> of(Request request) {
        List<Blocker> blockers = new ArrayList<>();
        switch (request.status()) {
            case DRAFT -> draft(request, blockers);
            case SUBMITTED -> {
                blockers.add(blocker(What.REVIEW_NOT_STARTED, Turn.OFFICER, null, "Screen it and start the review."));
                eligible(request, blockers);
            }
            case UNDER_REVIEW -> review(request, blockers);
            case ON_HOLD -> blockers.add(onHold(request));
            case APPROVED -> approved(request, blockers);
            case REJECTED, WITHDRAWN -> {}
        }
        return blockers;
    }

    /** Held by a portfolio, it does not say for whom. */
    private static Blocker onHold(Request request) {
        Hold hold = request.holds().values().stream()
                .filter(one -> one.until() == null)
                .findFirst()
                .orElse(null);
        if (hold == null) {
            return blocker(What.ON_HOLD, Turn.OFFICER, null, "It is on hold: resume it, or have it withdrawn.");
        }
        String reason = hold.reason();
        return blocker(
                What.ON_HOLD,
                hold.waitingFor(),
                null,
                "It is on hold since %s%s. Resume it when that is done, or have it withdrawn."
                        .formatted(hold.since(), reason == null ? "" : ": " + reason));
    }

    private static void draft(Request request, List<Blocker> blockers) {
        for (Refusal.FieldError gap : Completeness.of(request.draft()).errors()) {
            blockers.add(blocker(What.INCOMPLETE, Turn.PARTNER, null, gap.detail()));
        }
        blockers.add(blocker(What.NOT_SUBMITTED, Turn.PARTNER, null, "Submit it when it is complete."));
    }

    private void review(Request request, List<Blocker> blockers) {
        Review review = request.review();
        if (review.round() == 0) {
            blockers.add(blocker(What.REVIEW_NOT_STARTED, Turn.OFFICER, null, "Nobody is asked: start a round."));
        }
        Set<String> awaited = review.awaited(calendar.today());
        String meeting = awaited.isEmpty() ? "" : meeting(request, review, blockers);
        for (Map.Entry<String, Voice> asked : review.asked().entrySet()) {
            if (awaited.contains(asked.getKey())) {
                blockers.add(awaited(asked.getKey(), asked.getValue(), meeting));
            }
        }
        Set<String> against = review.against();
        if (!against.isEmpty()) {
            blockers.add(new Blocker(
                    What.UNFAVOURABLE_OPINION,
                    Turn.MANAGER,
                    List.copyOf(against),
                    null,
                    "%s spoke against it: approve it with an overrideReason, or reject it."
                            .formatted(String.join(", ", against))));
        }
        eligible(request, blockers);
        if (awaited.isEmpty() && review.round() > 0) {
            blockers.add(blocker(
                    What.DECISION_DUE,
                    Turn.MANAGER,
                    null,
                    "All have been heard, or have had their time: record the decision."));
        }
    }

    /** When they meet about it, in words; that nobody has called them together is one more blocker. */
    private String meeting(Request request, Review review, List<Blocker> blockers) {
        if (review.procedure() != Round.Procedure.MEETING) {
            return "";
        }
        Optional<LocalDate> day = meetings.next(request.id());
        if (day.isEmpty()) {
            blockers.add(blocker(
                    What.MEETING_TO_PLAN,
                    Turn.OFFICER,
                    null,
                    "It is reviewed in a meeting, and none has it on its agenda: plan one."));
        }
        return day.map("; the steering group meets about it on %s"::formatted).orElse("");
    }

    private static Blocker awaited(String institution, Voice voice, String meeting) {
        String other = voice.delegatedTo();
        return new Blocker(
                What.OPINION_AWAITED,
                institution.startsWith(Review.DELEGATION) ? Turn.EU_DELEGATION : Turn.STEERING_GROUP,
                other == null ? List.of(institution) : List.of(institution, other),
                voice.until(),
                "%s has until %s for its opinion%s%s."
                        .formatted(
                                institution,
                                voice.until(),
                                other == null ? "" : ", or " + other + " in its place",
                                meeting));
    }

    private void eligible(Request request, List<Blocker> blockers) {
        for (Finding finding : eligibility.of(request).findings()) {
            if (finding.verdict() == Finding.Verdict.FAILED) {
                blockers.add(blocker(
                        What.NOT_ELIGIBLE,
                        Turn.MANAGER,
                        null,
                        finding.because() + " Approving it all the same needs an overrideReason."));
            }
        }
    }

    private void approved(Request request, List<Blocker> blockers) {
        if (!launches.of(request.name()).isAwaited()) {
            return;
        }
        String fiche = fiches.status(request.id()).orElse("");
        if (fiche.isEmpty()) {
            blockers.add(blocker(What.FICHE_MISSING, Turn.OFFICER, null, "Draft its Action Fiche."));
        } else if (fiche.equals(ENDORSED)) {
            blockers.add(blocker(What.NOT_LAUNCHED, Turn.OFFICER, null, "Prepare the Action and launch it."));
        } else {
            for (Turn side : fiches.silentSides(request.id())) {
                blockers.add(blocker(
                        What.FICHE_NOT_ENDORSED,
                        side,
                        null,
                        "The current version of the Action Fiche is not endorsed."));
            }
        }
        request.conditions().forEach((number, condition) -> {
            if (condition.status() == Condition.Status.OPEN) {
                blockers.add(blocker(
                        What.CONDITION_OPEN,
                        Turn.PARTNER,
                        condition.dueOn(),
                        "Condition %d is not met yet: %s".formatted(number, condition.text())));
            }
        });
    }

    private static Blocker blocker(What what, Turn turn, @Nullable LocalDate until, String detail) {
        return new Blocker(what, turn, List.of(), until, detail);
    }
}
