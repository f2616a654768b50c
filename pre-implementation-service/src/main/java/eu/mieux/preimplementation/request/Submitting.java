package eu.mieux.preimplementation.request;

import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.http.ETags;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.reference.ReferenceNumbers;
import eu.mieux.preimplementation.wording.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/** Handing a request in: it is complete, gets its reference, and its fast-response clock starts. */
@ApplicationScoped
class Submitting {

    private final Requests requests;
    private final Leading leading;
    private final ReferenceNumbers references;
    private final EventLog events;
    private final FacilityCalendar calendar;
    private final Languages languages;

    Submitting(
            Requests requests,
            Leading leading,
            ReferenceNumbers references,
            EventLog events,
            FacilityCalendar calendar,
            Languages languages) {
        this.requests = requests;
        this.leading = leading;
        this.references = references;
        this.events = events;
        this.calendar = calendar;
        this.languages = languages;
    }

    @Transactional
    Request submit(String id, @Nullable String ifMatch) {
        Request request = requests.getForChange(id);
        ETags.honour(ifMatch, request);
        leading.requireLead(request);
        if (request.status() == RequestStatus.ON_HOLD) {
            throw new RequestRefusals.RequestOnHold(request.name());
        }
        if (!request.status().mayBecome(RequestStatus.SUBMITTED)) {
            throw new RequestRefusals.IllegalRequestStep(request.name(), request.status(), RequestStatus.SUBMITTED);
        }
        Completeness.require(request.draft(), languages.ofProblems());
        // Read before the counter is locked: all who submit wait for that.
        request.publicState();
        LocalDate today = calendar.today();
        events.append(request, request.submit(references.next(Year.from(today)), today));
        return request;
    }
}
