package eu.mieux.implementation.portfolio;

import eu.mieux.chassis.eventlog.Aggregate;
import eu.mieux.chassis.eventlog.Event;
import java.util.Optional;

/**
 * A record that a portfolio can bring to the state of its row.
 *
 * @param <R> the row
 */
public interface Recorded<R> extends Aggregate {

    /** Takes the row's state, whatever its own was; empty when that changes nothing. */
    Optional<? extends Event> record(R row);
}
