package eu.mieux.preimplementation.request;

import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.chassis.text.Visible;
import eu.mieux.chassis.time.Time;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.review.Opinion;
import eu.mieux.preimplementation.review.Review;
import eu.mieux.preimplementation.review.Round;
import eu.mieux.preimplementation.signature.Signature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Asking the steering institutions, and the EU Delegation to each country, what they think of a request. */
@ApplicationScoped
class Reviewing {

    private final Requests requests;
    private final Speakers speakers;
    private final EventLog events;
    private final SteeringInstitutions steering;
    private final Caller caller;
    private final FacilityCalendar calendar;
    private final Clock clock;
    private final int days;

    Reviewing(
            Requests requests,
            Speakers speakers,
            EventLog events,
            SteeringInstitutions steering,
            Caller caller,
            FacilityCalendar calendar,
            Clock clock,
            @ConfigProperty(name = "mieux.review.days") int days) {
        this.requests = requests;
        this.speakers = speakers;
        this.events = events;
        this.steering = steering;
        this.caller = caller;
        this.calendar = calendar;
        this.clock = clock;
        this.days = days;
    }

    /** Starts the review, or while it is under way another round of it. */
    @Transactional
    Request ask(String id, @Nullable String ifMatch, ReviewCommands.StartReview command) {
        Request request = requests.getForChange(id);
        ETags.honour(ifMatch, request);
        boolean again = request.status() == RequestStatus.UNDER_REVIEW
                && request.review().round() > 0;
        LocalDate until = Objects.requireNonNullElse(
                command.opinionsUntil(), calendar.today().plusDays(days));
        requireAhead(until, "/opinionsUntil")
                .that(
                        !again || Visible.in(command.reason()),
                        "/reason",
                        "The review is under way; say why all are asked again.")
                .orRefuse();
        Round.Procedure procedure = Objects.requireNonNullElse(command.procedure(), Round.Procedure.WRITTEN);
        Round round = new Round(procedure, calendar.today(), Signature.of(caller), command.reason());
        events.append(
                request,
                request.status() == RequestStatus.UNDER_REVIEW
                        ? request.reopenReview(round, toAsk(request), until)
                        : request.startReview(round, toAsk(request), until));
        return request;
    }

    /** An institution's opinion; a second one is its revision. What it says itself no other revises for it. */
    @Transactional
    Request hear(String id, @Nullable String ifMatch, ReviewCommands.GiveOpinion command) {
        Request request = requests.getForChange(id);
        ETags.honour(ifMatch, request);
        String institution = speakers.institution(request, command.institution());
        new InvalidFields.Check()
                .that(
                        command.opinion() != Opinion.Verdict.FAVOURABLE_WITH_CONDITIONS
                                || (command.comment() != null
                                        && !command.comment().isBlank()),
                        "/comment",
                        "Say under which conditions.")
                .orRefuse();
        Opinion.Said said = new Opinion.Said(
                command.opinion(),
                command.comment(),
                Signature.of(caller),
                Time.now(clock),
                speakers.speaking(request, institution));
        events.append(request, request.hear(institution, said, speakers.own().contains(institution)));
        return request;
    }

    /** Another deadline for one that is asked. */
    @Transactional
    Request extend(String id, @Nullable String ifMatch, String institution, LocalDate until) {
        Request request = requests.getForChange(id);
        ETags.honour(ifMatch, request);
        requireAhead(until, "/until").orRefuse();
        events.append(request, request.extend(institution, until, calendar.today()));
        return request;
    }

    /** Lets another institution speak for this one too; null takes that back. */
    @Transactional
    Request delegate(String id, @Nullable String ifMatch, String institution, @Nullable String to) {
        Request request = requests.getForChange(id);
        ETags.honour(ifMatch, request);
        speakers.requireOwn(institution);
        if (institution.equals(to)) {
            throw new InvalidFields("/to", institution + " speaks for itself anyway; name another institution.");
        }
        events.append(request, request.delegate(institution, to));
        return request;
    }

    /** An institution steps back for a conflict of interest. */
    @Transactional
    Request recuse(String id, @Nullable String ifMatch, String institution, String reason) {
        Request request = requests.getForChange(id);
        ETags.honour(ifMatch, request);
        speakers.requireOwn(institution);
        events.append(request, request.recuse(institution, caller.subject(), reason));
        return request;
    }

    ReviewView show(Request request) {
        if (!requests.showsReview(request)) {
            throw new RequestRefusals.ConflictOfInterest(request.name(), speakers.own());
        }
        return ReviewView.of(request.review(), calendar.today());
    }

    private InvalidFields.Check requireAhead(LocalDate until, String pointer) {
        return new InvalidFields.Check()
                .that(!until.isBefore(calendar.today()), pointer, "The deadline for opinions has already passed.")
                .that(FacilityCalendar.holds(until), pointer, FacilityCalendar.OUT_OF_BOUNDS);
    }

    private Set<String> toAsk(Request request) {
        Set<String> asked = new TreeSet<>(steering.today());
        request.countries().stream().map(Review::delegationTo).forEach(asked::add);
        return asked;
    }
}
