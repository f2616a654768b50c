package eu.mieux.implementation.portfolio;

import eu.mieux.chassis.bulk.Outcome;
import eu.mieux.chassis.bulk.PortfolioFile.Line;
import eu.mieux.chassis.eventlog.Event;
import eu.mieux.chassis.eventlog.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Brings the sound rows of a batch into the database and the event log, and counts what became of them. */
@ApplicationScoped
public class Recording {

    private final EntityManager entities;
    private final EventLog events;

    Recording(EntityManager entities, EventLog events) {
        this.entities = entities;
        this.events = events;
    }

    /**
     * @param known finds the record of a row among those locked for this batch
     * @param blank a record that has an id and nothing else
     */
    public <R, A extends Recorded<R>> void keep(
            List<Line<R>> lines, Outcome outcome, Function<R, @Nullable A> known, Supplier<A> blank) {
        List<EventLog.Happening> happenings = new ArrayList<>(lines.size());
        for (Line<R> line : lines) {
            A found = known.apply(line.row());
            A record = found == null ? blank.get() : found;
            Optional<? extends Event> event = record.record(line.row());
            event.ifPresent(happened -> happenings.add(new EventLog.Happening(record, happened)));
            if (found == null) {
                entities.persist(record);
                outcome.created();
            } else if (event.isPresent()) {
                outcome.updated();
            } else {
                outcome.unchanged();
            }
        }
        events.appendAll(happenings);
    }
}
