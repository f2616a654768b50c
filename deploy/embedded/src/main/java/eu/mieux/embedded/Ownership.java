package eu.mieux.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a server that runs is ours: it must let us in with our password and name our data directory. */
final class Ownership {

    /** Crash recovery of a large cluster takes its time; nobody is let in before it is over. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration POLL = Duration.ofMillis(100);

    private Ownership() {}

    /**
     * Returns when the server has shown that it is ours, or has ended.
     *
     * @throws StartFailed when it is not ours, or does not answer
     */
    static void require(Postmaster server, PostgresSettings settings, DataDirectory directory) {
        Instant end = Instant.now().plus(PATIENCE);
        while (server.isRunning()) {
            try (Connection connection = PostgresLaunch.connect(settings, server.port(), "postgres")) {
                if (directory.is(Databases.dataDirectory(connection))) {
                    return;
                }
                throw stranger(server, directory, "it serves another folder", null);
            } catch (SQLException e) {
                if (!isNotOpenYet(e)) {
                    throw stranger(server, directory, "it does not let us in: " + e.getMessage(), e);
                }
                if (Instant.now().isAfter(end)) {
                    throw new StartFailed(
                            "PostgreSQL (process %d) on %s has not let anybody in for %d seconds. Give the same command again later; its log: %s"
                                    .formatted(server.pid(), directory.folder(), PATIENCE.toSeconds(), settings.log()),
                            e);
                }
            }
            server.awaitEnd(POLL);
        }
    }

    /** It starts, recovers or stops: {@code cannot_connect_now}, or nobody listens. */
    private static boolean isNotOpenYet(SQLException e) {
        return "57P03".equals(e.getSQLState()) || "08001".equals(e.getSQLState());
    }

    /** Invalid authorization specification: the password is not that of these data. */
    static boolean isRefusedPassword(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("28");
    }

    private static StartFailed stranger(
            Postmaster server, DataDirectory directory, String why, @Nullable SQLException cause) {
        return new StartFailed(
                "The folder %s is in use by a PostgreSQL that is not this suite's (process %d, port %d): %s. It was left alone; choose another data folder."
                        .formatted(directory.folder(), server.pid(), server.port(), why),
                cause);
    }
}
