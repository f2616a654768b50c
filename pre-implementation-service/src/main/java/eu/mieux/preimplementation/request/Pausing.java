package eu.mieux.preimplementation.request;

import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.clock.FastResponseClock.Turn;
import eu.mieux.preimplementation.clock.Hold;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Putting a request on hold and going on with it, or taking it back. */
@ApplicationScoped
class Pausing {

    private final Requests requests;
    private final Leading leading;
    private final EventLog events;
    private final FacilityCalendar calendar;

    Pausing(Requests requests, Leading leading, EventLog events, FacilityCalendar calendar) {
        this.requests = requests;
        this.leading = leading;
        this.events = events;
        this.calendar = calendar;
    }

    @Transactional
    Request hold(String id, @Nullable String ifMatch, HoldCommands.PutOnHold command) {
        Request request = requests.getForChange(id);
        ETags.honour(ifMatch, request);
        LocalDate since = notAhead(command.since(), "/since");
        Turn waitingFor = Objects.requireNonNullElse(command.waitingFor(), Turn.OFFICER);
        events.append(request, request.hold(Hold.since(since, waitingFor, command.reason())));
        return request;
    }

    @Transactional
    Request resume(String id, @Nullable String ifMatch, HoldCommands.Resume command) {
        Request request = requests.getForChange(id);
        ETags.honour(ifMatch, request);
        events.append(request, request.resume(notAhead(command.on(), "/on")));
        return request;
    }

    @Transactional
    Request correct(String id, @Nullable String ifMatch, int number, HoldCommands.CorrectHold command) {
        Request request = requests.getForChange(id);
        ETags.require(ifMatch, request);
        LocalDate until = command.until();
        LocalDate since = notAhead(command.since(), "/since");
        events.append(request, request.correctHold(number, since, until == null ? null : notAhead(until, "/until")));
        return request;
    }

    @Transactional
    Request withdraw(String id, @Nullable String ifMatch, String reason) {
        Request request = requests.getForChange(id);
        ETags.honour(ifMatch, request);
        leading.requireLead(request);
        events.append(request, request.withdraw(calendar.today(), reason));
        return request;
    }

    /** Today, when no day is said. */
    private LocalDate notAhead(@Nullable LocalDate day, String pointer) {
        LocalDate today = calendar.today();
        if (day == null) {
            return today;
        }
        if (day.isAfter(today)) {
            throw new InvalidFields(pointer, "This is written down when it has happened: today at the latest.");
        }
        return day;
    }
}
