package eu.mieux.chassis.problem;

import java.sql.SQLException;

/** Why the database refused a statement, by the class of its SQLSTATE (PostgreSQL manual, appendix A). */
enum DatabaseRefusal {
    /** Another change came first: a constraint, a serialisation failure, a lock. */
    COLLISION,
    /** A value that no check of ours caught: too long, out of range, not text. */
    UNKEEPABLE,
    /** No connection to be had. */
    AWAY,
    /** Our own mistake. */
    FAULT;

    static DatabaseRefusal of(SQLException e) {
        String state = e.getSQLState();
        if (state == null || state.length() < 2) {
            // The connection pool has no states.
            return AWAY;
        }
        return switch (state.substring(0, 2)) {
            case "23", "40", "55" -> COLLISION;
            case "22", "54" -> UNKEEPABLE;
            case "08", "53", "57", "58" -> AWAY;
            default -> FAULT;
        };
    }
}
