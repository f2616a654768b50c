package eu.mieux.chassis.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Keeps a local copy of what other services own, in tables of the schema {@code projection} (migrations in
 * {@code db/projection}). It depends on nothing but the events, so that it can be rebuilt from the topics: name tables
 * without their schema, the chassis sets the generation's search path.
 */
public interface Projection {

    /** The aggregate types it follows. */
    Set<String> follows();

    /**
     * Applies new events, in one transaction with the record that they were applied. All are of one aggregate type, each
     * aggregate at most once; batches of an aggregate come in the order of its versions, duplicates are already taken out.
     */
    void apply(String aggregateType, List<ReceivedEvent> events, Connection connection) throws SQLException;
}
