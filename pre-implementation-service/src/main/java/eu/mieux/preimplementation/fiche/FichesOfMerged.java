package eu.mieux.preimplementation.fiche;

import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.preimplementation.authority.NamesAuthorities;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Action Fiches name the authority that goes on, endorsed ones too, once theirs was merged into it; nothing else of them changes. */
@ApplicationScoped
class FichesOfMerged implements NamesAuthorities {

    private final ActionFiches fiches;
    private final EventLog events;

    FichesOfMerged(ActionFiches fiches, EventLog events) {
        this.fiches = fiches;
        this.events = events;
    }

    @Override
    public long naming(String key) {
        return fiches.countNaming(key);
    }

    @Override
    public void rename(String merged, String survivor) {
        List<EventLog.Happening> happenings = new ArrayList<>();
        fiches.lockNaming(merged)
                .forEach(fiche -> happenings.add(new EventLog.Happening(fiche, fiche.nameInstead(merged, survivor))));
        fiches.flush();
        events.appendAll(happenings);
    }
}
