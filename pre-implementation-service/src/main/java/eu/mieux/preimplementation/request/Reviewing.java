package eu.mieux.preimplementation.request;

import eu.mieux.chassis.codelist.Code;
import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.chassis.text.Visible;
import eu.mieux.chassis.time.Time;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.eligibility.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The steering group's review of a request, up to the decision. */
@ApplicationScoped
class Reviewing {

    private final Requests requests;
    private final RequestEligibility eligibility;
    private final ActionNames names;
    private final EventLog events;
    private final CodeLists codes;
    private final Caller caller;
    private final FacilityCalendar calendar;
    private final Clock clock;
    private final int days;

    Reviewing(
            Requests requests,
            RequestEligibility eligibility,
            ActionNames names,
            EventLog events,
            CodeLists codes,
            Caller caller,
            FacilityCalendar calendar,
            Clock clock,
            @ConfigProperty(name = "mieux.review.days") int days) {
        this.requests = requests;
        this.eligibility = eligibility;
        this.names = names;
        this.events = events;
        this.codes = codes;
        this.caller = caller;
        this.calendar = calendar;
        this.clock = clock;
        this.days = days;
    }

    @Transactional
    Request start(String id, @Nullable String ifMatch, @Nullable LocalDate until) {
        Request request = requests.getForChange(id);
        ETags.honour(ifMatch, request);
        LocalDate deadline = until == null ? today().plusDays(days) : until;
        new InvalidFields.Check()
                .that(!deadline.isBefore(today()), "/opinionsUntil", "The deadline for opinions has already passed.")
                .that(FacilityCalendar.holds(deadline), "/opinionsUntil", FacilityCalendar.OUT_OF_BOUNDS)
                .orRefuse();
        events.append(request, request.startReview(deadline));
        return request;
    }

    /** The opinion of the caller's institution; a second one replaces the first. */
    @Transactional
    Request hear(String id, @Nullable String ifMatch, RequestCommands.GiveOpinion command) {
        Request request = requests.getForChange(id);
        ETags.honour(ifMatch, request);
        String institution = institution(command.institution());
        Opinion opinion = new Opinion(command.opinion(), command.comment(), caller.subject(), Time.now(clock));
        events.append(request, request.hear(institution, opinion));
        return request;
    }

    @Transactional
    Request decide(String id, @Nullable String ifMatch, RequestCommands.Decide command) {
        Request request = requests.getForChange(id);
        ETags.honour(ifMatch, request);
        boolean approved = command.outcome() == RequestCommands.Outcome.APPROVED;
        RequestStatus next = approved ? RequestStatus.APPROVED : RequestStatus.REJECTED;
        if (!request.status().mayBecome(next)) {
            throw new RequestRefusals.IllegalRequestStep(request.name(), request.status(), next);
        }
        boolean overridden = Visible.in(command.overrideReason());
        new InvalidFields.Check()
                .that(approved || overridden || Visible.in(command.note()), "/note", "Say why the request is rejected.")
                .orRefuse();
        if (!overridden) {
            requireEveryVoice(request);
        }
        if (approved && !overridden) {
            requireNobodyAgainst(request);
            requireEligible(request);
        }
        Decision decision = new Decision(caller.subject(), today(), command.words(), command.given());
        events.append(request, approved ? request.approve(decision, names.next(request)) : request.reject(decision));
        return request;
    }

    @Transactional
    Request hold(String id, @Nullable String ifMatch) {
        Request request = requests.getForChange(id);
        ETags.honour(ifMatch, request);
        events.append(request, request.hold());
        return request;
    }

    @Transactional
    Request resume(String id, @Nullable String ifMatch) {
        Request request = requests.getForChange(id);
        ETags.honour(ifMatch, request);
        events.append(request, request.resume());
        return request;
    }

    @Transactional
    Request withdraw(String id, @Nullable String ifMatch, String reason) {
        Request request = requests.getForChange(id);
        ETags.honour(ifMatch, request);
        events.append(request, request.withdraw(today(), reason));
        return request;
    }

    private String institution(@Nullable String named) {
        String institution = caller.has("manager")
                ? named
                : caller.claim("institution").orElseThrow(RequestRefusals.NotYourInstitution::new);
        if (institution == null || !steering(today()).contains(institution)) {
            throw new InvalidFields(
                    "/institution", "Name a steering institution: " + String.join(", ", steering(today())) + ".");
        }
        if (named != null && !named.equals(institution)) {
            throw new InvalidFields("/institution", "Your opinion is that of " + institution + ".");
        }
        return institution;
    }

    private void requireEveryVoice(Request request) {
        LocalDate until = request.reviewUntil();
        Set<String> silent = new TreeSet<>(steering(today()));
        silent.removeAll(request.opinions().keySet());
        if (!silent.isEmpty() && (until == null || !until.isBefore(today()))) {
            throw new RequestRefusals.ReviewNotComplete(request.name(), silent, until);
        }
    }

    private static void requireNobodyAgainst(Request request) {
        List<String> against = request.opinions().entrySet().stream()
                .filter(e -> e.getValue().verdict() == Opinion.Verdict.UNFAVOURABLE)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!against.isEmpty()) {
            throw new RequestRefusals.AgainstOpinion(request.name(), against);
        }
    }

    private void requireEligible(Request request) {
        List<String> because = eligibility.of(request).findings().stream()
                .filter(f -> f.verdict() == Finding.Verdict.FAILED)
                .map(Finding::because)
                .toList();
        if (!because.isEmpty()) {
            throw new RequestRefusals.NotEligible(request.name(), because);
        }
    }

    private Set<String> steering(LocalDate on) {
        return codes.list("steering-institutions").on(on).stream()
                .map(Code::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private LocalDate today() {
        return calendar.today();
    }
}
