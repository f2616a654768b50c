package eu.mieux.preimplementation.request;

import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.http.ETags;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** Putting a request on hold and going on with it, or taking it back. */
@ApplicationScoped
class Pausing {

    private final Requests requests;
    private final EventLog events;
    private final FacilityCalendar calendar;

    Pausing(Requests requests, EventLog events, FacilityCalendar calendar) {
        this.requests = requests;
        this.events = events;
        this.calendar = calendar;
    }

    @Transactional
    Request hold(String id, @Nullable String ifMatch) {
        Request request = requests.getForChange(id);
        ETags.honour(ifMatch, request);
        events.append(request, request.hold(calendar.today()));
        return request;
    }

    @Transactional
    Request resume(String id, @Nullable String ifMatch) {
        Request request = requests.getForChange(id);
        ETags.honour(ifMatch, request);
        events.append(request, request.resume(calendar.today()));
        return request;
    }

    @Transactional
    Request withdraw(String id, @Nullable String ifMatch, String reason) {
        Request request = requests.getForChange(id);
        ETags.honour(ifMatch, request);
        events.append(request, request.withdraw(calendar.today(), reason));
        return request;
    }
}
