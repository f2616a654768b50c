package eu.mieux.preimplementation.request;

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
import eu.mieux.preimplementation.wording.Saying;
import eu.mieux.preimplementation.wording.Saying.Phrase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
                blockers.add(blocker(What.REVIEW_NOT_STARTED, Turn.OFFICER, say("screen")));
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
            return blocker(What.ON_HOLD, Turn.OFFICER, say("onHold.imported"));
        }
        String reason = hold.reason();
        return blocker(
                What.ON_HOLD,
                hold.waitingFor(),
                reason == null
                        ? say("onHold", hold.since())
                        : say("onHold.because", hold.since(), withoutFullStop(reason)));
    }

    private static void draft(Request request, List<Blocker> blockers) {
        for (Completeness missing : Completeness.missingIn(request.draft())) {
            blockers.add(blocker(What.INCOMPLETE, Turn.PARTNER, missing.asked()));
        }
        blockers.add(blocker(What.NOT_SUBMITTED, Turn.PARTNER, say("notSubmitted")));
    }

    private void review(Request request, List<Blocker> blockers) {
        Review review = request.review();
        if (review.round() == 0) {
            blockers.add(blocker(What.REVIEW_NOT_STARTED, Turn.OFFICER, say("nobodyAsked")));
        }
        Set<String> awaited = review.awaited(calendar.today());
        Optional<LocalDate> meeting = awaited.isEmpty() ? Optional.empty() : meeting(request, review, blockers);
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
                    say("against", String.join(", ", against))));
        }
        eligible(request, blockers);
        if (awaited.isEmpty() && review.round() > 0) {
            blockers.add(blocker(What.DECISION_DUE, Turn.MANAGER, say("decisionDue")));
        }
    }

    /** When they meet about it; that nobody has called them together is one more blocker. */
    private Optional<LocalDate> meeting(Request request, Review review, List<Blocker> blockers) {
        if (review.procedure() != Round.Procedure.MEETING) {
            return Optional.empty();
        }
        Optional<LocalDate> day = meetings.next(request.id());
        if (day.isEmpty() && !meetings.hasBeenHeld(request.id(), review.openedOn())) {
            blockers.add(blocker(What.MEETING_TO_PLAN, Turn.OFFICER, say("meetingToPlan")));
        }
        return day;
    }

    private static Blocker awaited(String institution, Voice voice, Optional<LocalDate> meeting) {
        String other = voice.delegatedTo();
        List<Object> values = new ArrayList<>(List.of(institution, voice.until()));
        if (other != null) {
            values.add(other);
        }
        meeting.ifPresent(values::add);
        return new Blocker(
                What.OPINION_AWAITED,
                institution.startsWith(Review.DELEGATION) ? Turn.EU_DELEGATION : Turn.STEERING_GROUP,
                other == null ? List.of(institution) : List.of(institution, other),
                voice.until(),
                say(
                        "awaited" + (other == null ? "" : ".delegated") + (meeting.isPresent() ? ".meeting" : ""),
                        values.toArray()));
    }

    private void eligible(Request request, List<Blocker> blockers) {
        for (Finding finding : eligibility.of(request).findings()) {
            if (finding.verdict() == Finding.Verdict.FAILED) {
                blockers.add(blocker(What.NOT_ELIGIBLE, Turn.MANAGER, say("notEligible", finding.because())));
            }
        }
    }

    private void approved(Request request, List<Blocker> blockers) {
        if (!launches.of(request.name()).isAwaited()) {
            return;
        }
        String fiche = fiches.status(request.id()).orElse("");
        if (fiche.isEmpty()) {
            blockers.add(blocker(What.FICHE_MISSING, Turn.OFFICER, say("ficheMissing")));
        } else if (fiche.equals(ENDORSED)) {
            blockers.add(blocker(What.NOT_LAUNCHED, Turn.OFFICER, say("notLaunched")));
        } else {
            for (Turn side : fiches.silentSides(request.id())) {
                blockers.add(blocker(What.FICHE_NOT_ENDORSED, side, say("ficheNotEndorsed")));
            }
        }
        request.conditions().forEach((number, condition) -> {
            if (condition.status() == Condition.Status.OPEN) {
                blockers.add(new Blocker(
                        What.CONDITION_OPEN,
                        Turn.PARTNER,
                        List.of(),
                        condition.dueOn(),
                        say("conditionOpen", String.valueOf(number), condition.text())));
            }
        });
    }

    private static Blocker blocker(What what, Turn turn, Saying detail) {
        return new Blocker(what, turn, List.of(), null, detail);
    }

    private static Phrase say(String key, Object... values) {
        return Phrase.of("request", key, values);
    }

    /** The sentence that it becomes a part of has its own. */
    private static String withoutFullStop(String text) {
        String stripped = text.strip();
        return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }
}
