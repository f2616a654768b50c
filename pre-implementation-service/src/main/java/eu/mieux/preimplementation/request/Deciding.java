package eu.mieux.preimplementation.request;

import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.chassis.text.Visible;
import eu.mieux.preimplementation.action.ActionNames;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.eligibility.Finding;
import eu.mieux.preimplementation.review.Condition;
import eu.mieux.preimplementation.review.Review;
import eu.mieux.preimplementation.signature.Signature;
import eu.mieux.preimplementation.wording.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The decision on a request, and what comes of its conditions. */
@ApplicationScoped
class Deciding {

    private final Requests requests;
    private final RequestEligibility eligibility;
    private final ActionNames names;
    private final EventLog events;
    private final Caller caller;
    private final FacilityCalendar calendar;
    private final Languages languages;

    Deciding(
            Requests requests,
            RequestEligibility eligibility,
            ActionNames names,
            EventLog events,
            Caller caller,
            FacilityCalendar calendar,
            Languages languages) {
        this.requests = requests;
        this.eligibility = eligibility;
        this.names = names;
        this.events = events;
        this.caller = caller;
        this.calendar = calendar;
        this.languages = languages;
    }

    @Transactional
    Request decide(String id, @Nullable String ifMatch, ReviewCommands.Decide command) {
        Request request = requests.getForChange(id);
        ETags.honour(ifMatch, request);
        boolean approved = command.outcome() == ReviewCommands.Outcome.APPROVED;
        RequestStatus next = approved ? RequestStatus.APPROVED : RequestStatus.REJECTED;
        if (!request.status().mayBecome(next)) {
            throw new RequestRefusals.IllegalRequestStep(request.name(), request.status(), next);
        }
        boolean overridden = Visible.in(command.overrideReason());
        checkDays(command.given())
                .that(
                        overridden || Visible.in(command.note()),
                        "/note",
                        "Say why the request is %s.".formatted(approved ? "approved" : "rejected"))
                .that(
                        approved || command.given().isEmpty(),
                        "/conditions",
                        "A rejection has no conditions; leave them out.")
                .orRefuse();
        if (!overridden) {
            requireEveryVoice(request);
        }
        if (approved && !overridden) {
            requireNobodyAgainst(request);
            requireEligible(request);
        }
        Decision decision = Decision.of(Signature.of(caller), calendar.today(), command.words());
        events.append(
                request,
                approved
                        ? request.approve(
                                decision,
                                command.given(),
                                names.next(request.name(), request.countries(), request.authorityKeys()))
                        : request.reject(decision));
        return request;
    }

    /** A condition is met, or given up; that is final. */
    @Transactional
    Request settle(String id, @Nullable String ifMatch, int number, ReviewCommands.SettleCondition command) {
        Request request = requests.getForChange(id);
        ETags.honour(ifMatch, request);
        if (command.outcome() == Condition.Status.OPEN) {
            throw new InvalidFields("/outcome", "Say whether the condition is MET or WAIVED.");
        }
        events.append(
                request,
                request.settle(number, command.outcome(), command.evidence(), Signature.of(caller), calendar.today()));
        return request;
    }

    private InvalidFields.Check checkDays(List<Condition> conditions) {
        InvalidFields.Check check = new InvalidFields.Check();
        for (int i = 0; i < conditions.size(); i++) {
            LocalDate dueOn = conditions.get(i).dueOn();
            String pointer = "/conditions/%d/dueOn".formatted(i);
            check.that(FacilityCalendar.holds(dueOn), pointer, FacilityCalendar.OUT_OF_BOUNDS)
                    .that(
                            dueOn == null || !dueOn.isBefore(calendar.today()),
                            pointer,
                            "This day has passed; name one by which it can be met.");
        }
        return check;
    }

    private void requireEveryVoice(Request request) {
        Review review = request.review();
        if (review.round() == 0) {
            throw new RequestRefusals.NobodyAsked(request.name());
        }
        List<Review.Awaited> silent = review.unheard().stream()
                .filter(one -> !one.until().isBefore(calendar.today()))
                .toList();
        if (!silent.isEmpty()) {
            throw new RequestRefusals.ReviewNotComplete(request.name(), silent);
        }
    }

    private static void requireNobodyAgainst(Request request) {
        Set<String> against = request.review().against();
        if (!against.isEmpty()) {
            throw new RequestRefusals.AgainstOpinion(request.name(), against);
        }
    }

    private void requireEligible(Request request) {
        List<String> because = eligibility.of(request).findings().stream()
                .filter(f -> f.verdict() == Finding.Verdict.FAILED)
                .map(f -> languages.ofProblems().say(f.because()))
                .toList();
        if (!because.isEmpty()) {
            throw new RequestRefusals.NotEligible(request.name(), because);
        }
    }
}
