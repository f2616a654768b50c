package eu.mieux.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A running PostgreSQL server of our own: a process that outlives this one unless it is closed.
 *
 * <p>{@link #start} attaches to the server that already runs on the data directory, left behind by a launcher that was
 * killed, and never to a stranger: a server is only used or stopped after it has let us in with our password and named our
 * data directory.
 */
public final class PostgresServer implements AutoCloseable {

    static final String SUPERUSER = "postgres";

    private final PostgresSettings settings;
    private final DataDirectory directory;
    private final @Nullable EmbeddedPostgres started;

    private PostgresServer(PostgresSettings settings, DataDirectory directory, @Nullable EmbeddedPostgres started) {
        this.settings = settings;
        this.directory = directory;
        this.started = started;
    }

    /**
     * Starts the server, or attaches to it when it is still running.
     *
     * @throws PortOccupied when somebody else listens on the port
     * @throws StartFailed when the server does not start, or when the data directory belongs to somebody else
     */
    public static PostgresServer start(PostgresSettings settings) {
        DataDirectory directory = new DataDirectory(settings.dataDirectory());
        Optional<Postmaster> running = directory.postmaster();
        running.ifPresent(server -> Ownership.require(server, settings, directory));
        if (running.isPresent() && running.get().port() == settings.port() && !directory.halfBorn()) {
            return new PostgresServer(settings, directory, null);
        }
        running.ifPresent(Postmaster::stop);
        if (directory.halfBorn()) {
            directory.forgetHalfBirth();
        }
        directory.forgetDeadPostmaster();
        if (Ports.occupied(settings.port())) {
            throw new PortOccupied(settings.port(), "PostgreSQL");
        }
        return new PostgresServer(settings, directory, PostgresLaunch.run(settings, directory));
    }

    /**
     * A server for tests: a free port, a fresh directory under the temporary folder, no {@code fsync}; both are gone
     * when it is closed or the JVM ends.
     */
    public static PostgresServer temporary() {
        Path folder = TemporaryFolder.create("mieux-postgres");
        PostgresServer server = start(new PostgresSettings(
                folder.resolve("data"),
                Ports.free(),
                UUID.randomUUID().toString(),
                folder.resolve("postgres.log"),
                false,
                Map.of("max_connections", "300")));
        TemporaryFolder.deleteAtEnd(folder, server::close);
        return server;
    }

    /** The process id of the server that runs on a data directory, if one does. */
    public static Optional<Long> pidIn(Path dataDirectory) {
        return new DataDirectory(dataDirectory).postmaster().map(Postmaster::pid);
    }

    /**
     * Stops the server that runs on the data directory, if one does, on whatever port.
     *
     * @throws StartFailed when that server is not ours; it then runs on
     */
    public static void stop(PostgresSettings settings) {
        DataDirectory directory = new DataDirectory(settings.dataDirectory());
        directory.postmaster().ifPresent(server -> {
            Ownership.require(server, settings, directory);
            server.stop();
        });
    }

    public int port() {
        return settings.port();
    }

    public String superuser() {
        return SUPERUSER;
    }

    public String superuserPassword() {
        return settings.password();
    }

    /** Whether {@link #start} found the server running. */
    public boolean attached() {
        return started == null;
    }

    /** Without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + settings.port() + "/" + database;
    }

    /** The process id of the server, empty once it has stopped. */
    public Optional<Long> pid() {
        return directory.postmaster().map(Postmaster::pid);
    }

    /** A connection as superuser. */
    public Connection connect(String database) throws SQLException {
        return PostgresLaunch.connect(settings, settings.port(), database);
    }

    /** The role that owns a database's tables and migrates them. */
    public static String owner(String database) {
        return database + "_owner";
    }

    /**
     * Creates a database, a role of the same name that a service works as, and the role that owns it; all may be there, the
     * passwords are set anew.
     *
     * @throws StartFailed when the database belongs to somebody else
     */
    public void createDatabase(String name, String password, String ownerPassword) {
        try (Connection connection = connect("postgres")) {
            Databases.create(connection, name, password, ownerPassword);
        } catch (SQLException e) {
            throw new StartFailed("The database %s cannot be created: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** Drops a database, whoever uses it, and its roles. */
    public void dropDatabase(String name) {
        try (Connection connection = connect("postgres")) {
            Databases.drop(connection, name);
        } catch (SQLException e) {
            throw new StartFailed("The database %s cannot be dropped: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** Ends all sessions and stops the server; does nothing when it has stopped. */
    @Override
    public void close() {
        if (started != null) {
            try {
                started.close();
            } catch (IOException e) {
                throw new StartFailed("PostgreSQL does not stop: " + e.getMessage(), e);
            }
        }
        directory.postmaster().ifPresent(Postmaster::stop);
    }
}
