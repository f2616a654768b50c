package eu.mieux.preimplementation.request;

import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.eventlog.Versioned;
import eu.mieux.chassis.http.ETags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests, as far as the files that belong to them need them. */
@ApplicationScoped
public class FilingRequests {

    private final Requests requests;
    private final EventLog events;

    FilingRequests(Requests requests, EventLog events) {
        this.requests = requests;
        this.events = events;
    }

    /** A request in the caller's sight, by the name that people call it. */
    public record Filed(UUID id, String name, long version) implements Versioned {

        static Filed of(Request request) {
            return new Filed(request.id(), request.name(), request.version());
        }

        @Override
        public String aggregateType() {
            return "request";
        }
    }

    public Filed get(String idOrReference) {
        return Filed.of(requests.get(idOrReference));
    }

    /** Its file is added to: its version is raised, and whoever follows it hears of it. Locked until the end of the transaction. */
    public Filed attach(String idOrReference, @Nullable String ifMatch) {
        Request request = requests.getForChange(idOrReference);
        ETags.honour(ifMatch, request);
        events.append(request, request.attach());
        return Filed.of(request);
    }

    /** Something is taken out of its file, which only a draft allows. */
    public Filed detach(String idOrReference, @Nullable String ifMatch) {
        Request request = requests.getForChange(idOrReference);
        ETags.require(ifMatch, request);
        events.append(request, request.detach());
        return Filed.of(request);
    }
}
