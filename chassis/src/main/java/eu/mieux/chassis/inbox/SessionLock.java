package eu.mieux.chassis.inbox;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** A PostgreSQL advisory lock held by a connection of its own, across transactions and instances; gone with its holder. */
final class SessionLock implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SessionLock.class);

    private final Connection connection;
    private final long key;
    private final String unlock;

    private SessionLock(Connection connection, long key, String unlock) {
        this.connection = connection;
        this.key = key;
        this.unlock = unlock;
    }

    static Optional<SessionLock> tryExclusive(AgroalDataSource database, long key) throws SQLException {
        return take(database, key, "pg_try_advisory_lock", "pg_advisory_unlock");
    }

    static Optional<SessionLock> tryShared(AgroalDataSource database, long key) throws SQLException {
        return take(database, key, "pg_try_advisory_lock_shared", "pg_advisory_unlock_shared");
    }

    private static Optional<SessionLock> take(AgroalDataSource database, long key, String lock, String unlock)
            throws SQLException {
        Connection connection = database.getConnection();
        boolean taken = false;
        try {
            taken = ask(connection, lock, key);
        } finally {
            if (!taken) {
                connection.close();
            }
        }
        return taken ? Optional.of(new SessionLock(connection, key, unlock)) : Optional.empty();
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!ask(connection, unlock, key)) {
                LOG.warnf("The lock %x was lost before it was given back.", key);
            }
        }
    }

    private static boolean ask(Connection connection, String function, long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select " + function + "(?)")) {
            statement.setLong(1, key);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
