package eu.mieux.preimplementation.request;

import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.preimplementation.authority.NamesAuthorities;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Requests name the authority that goes on, whatever their status, once theirs was merged into it. */
@ApplicationScoped
class RequestsOfMerged implements NamesAuthorities {

    private final Requests requests;
    private final EventLog events;

    RequestsOfMerged(Requests requests, EventLog events) {
        this.requests = requests;
        this.events = events;
    }

    @Override
    public long naming(String key) {
        return requests.countNaming(key);
    }

    @Override
    public void rename(String merged, String survivor) {
        List<EventLog.Happening> happenings = new ArrayList<>();
        requests.lockNaming(merged)
                .forEach(request ->
                        happenings.add(new EventLog.Happening(request, request.nameInstead(merged, survivor))));
        requests.flush();
        events.appendAll(happenings);
    }
}
