package eu.mieux.chassis.inbox;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

/** Tells a database that is away, or busy, from a record that cannot be applied. */
final class DatabaseAway {

    /** Connection gone, resources short, shutting down, a lock that was not to be had, a serialisation failure. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "55", "57", "58");

    private DatabaseAway() {}

    /** Throws it again when the record is not to blame. */
    static void rethrow(RuntimeException e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof SQLTransientException || (at instanceof SQLException sql && isAway(sql))) {
                throw e;
            }
        }
    }

    private static boolean isAway(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.length() < 2 || CLASSES.contains(state.substring(0, 2));
    }
}
