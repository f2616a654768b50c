package eu.mieux.monitoring.figure;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Reads facts in one snapshot, so that all numbers of an answer belong together. */
final class FactReading {

    /**
     * Plans are made for the days at hand: those of a whole history and of one year have nothing in common, and a
     * generic plan is right for neither. Compiling a plan costs more than any of these statements takes.
     */
    private static final String BEGIN = """
            set transaction isolation level repeatable read, read only;
            set local plan_cache_mode = force_custom_plan;
            set local jit = off;
            set local work_mem = '64MB'""";

    /** Work on a snapshot. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** The database did not answer. */
    static final class FactsUnreadable extends RuntimeException {
        FactsUnreadable(SQLException cause) {
            super("The facts cannot be read: " + cause.getMessage(), cause);
        }
    }

    private final DataSource database;

    FactReading(DataSource database) {
        this.database = database;
    }

    <T> T inOneSnapshot(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement begin = connection.createStatement()) {
                begin.execute(BEGIN);
                return work.on(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new FactsUnreadable(e);
        }
    }
}
