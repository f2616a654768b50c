package eu.mieux.chassis.testing.planted;

import eu.mieux.chassis.eventlog.Versioned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Violates: changes of records are kept. */
@Entity
class UnwatchedRecord implements Versioned {

    @Id
    private long id;

    long id() {
        return id;
    }

    @Override
    public String aggregateType() {
        return "unwatched";
    }

    @Override
    public long version() {
        return 1;
    }
}
