package eu.mieux.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;

/** Unpacks PostgreSQL once per user, initialises a cluster once per folder, and starts the server. */
final class PostgresLaunch {

    /** Crash recovery of a large cluster takes its time. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String ONLY_WITH_PASSWORD = """
            # Written by the MIEUX suite: only from this machine, only with a password.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private PostgresLaunch() {}

    static EmbeddedPostgres run(PostgresSettings settings, DataDirectory directory) {
        Instant begun = Instant.now();
        boolean firstStart = !directory.born();
        if (firstStart) {
            directory.markBirth();
        }
        try {
            Files.createDirectories(settings.log().toAbsolutePath().getParent());
            EmbeddedPostgres started = builder(settings, firstStart).start();
            if (firstStart) {
                requirePasswords(settings, directory);
                directory.markBorn();
            }
            return started;
        } catch (IOException | SQLException | IllegalStateException | ExceptionInInitializerError e) {
            throw failure(settings, directory, begun, e);
        }
    }

    /** What runs on the folder was started just now and is of no use: it is stopped again. */
    private static StartFailed failure(
            PostgresSettings settings, DataDirectory directory, Instant begun, Throwable cause) {
        directory
                .postmaster()
                .filter(server -> server.port() == settings.port())
                .ifPresent(Postmaster::stop);
        Duration waited = Duration.between(begun, Instant.now());
        if (waited.compareTo(PATIENCE) < 0 || !(root(cause) instanceof SQLException refusal)) {
            return new StartFailed(
                    "PostgreSQL did not start (%s). Its log: %s".formatted(reason(cause), settings.log()), cause);
        }
        return Ownership.isRefusedPassword(refusal)
                ? new StartFailed(
                        "The data in %s are not this suite's: they do not let us in (%s). Choose another data folder."
                                .formatted(directory.folder(), refusal.getMessage()),
                        cause)
                : new StartFailed(
                        "PostgreSQL was still starting after %d seconds (%s). Give the same command again; its log: %s"
                                .formatted(waited.toSeconds(), refusal.getMessage(), settings.log()),
                        cause);
    }

    static Connection connect(PostgresSettings settings, int port, String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", PostgresServer.SUPERUSER);
        properties.setProperty("password", settings.password());
        properties.setProperty("connectTimeout", "10");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    }

    private static EmbeddedPostgres.Builder builder(PostgresSettings settings, boolean firstStart) {
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(settings.log().toFile());
        String durable = settings.durable() ? "on" : "off";
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries())
                .setDataDirectory(settings.dataDirectory().toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setPort(settings.port())
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                // The same order of text on every machine, whatever its locale.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "100")
                .setServerConfig("fsync", durable)
                .setServerConfig("synchronous_commit", durable)
                .setServerConfig("full_page_writes", durable);
        if (!firstStart) {
            builder.setConnectConfig("password", settings.password());
        }
        for (Map.Entry<String, String> parameter : settings.parameters().entrySet()) {
            builder.setServerConfig(parameter.getKey(), parameter.getValue());
        }
        return builder;
    }

    /** `initdb` is run by the library with trust for everybody; that ends before the first database is created. */
    private static void requirePasswords(PostgresSettings settings, DataDirectory directory)
            throws IOException, SQLException {
        try (Connection connection = connect(settings, settings.port(), "postgres")) {
            if (!directory.is(Databases.dataDirectory(connection))) {
                throw new PortOccupied(settings.port(), "PostgreSQL");
            }
            Databases.setPassword(connection, PostgresServer.SUPERUSER, settings.password());
            Files.writeString(settings.dataDirectory().resolve("pg_hba.conf"), ONLY_WITH_PASSWORD);
            try (var statement = connection.createStatement()) {
                statement.execute("select pg_reload_conf()");
            }
        }
    }

    /** Unpacked once for each user: in the cache folder, or where there is no home, in the temporary one. */
    private static File binaries() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path home = Path.of(System.getProperty("user.home"));
        Path folder = cache == null || cache.isBlank() ? home.resolve(".cache") : Path.of(cache);
        Path unpacked = folder.resolve("mieux").resolve("postgres");
        try {
            if (folder.isAbsolute() && Files.isWritable(Files.createDirectories(unpacked))) {
                return unpacked.toFile();
            }
        } catch (IOException _) {
            // A read-only home; the temporary folder will do.
        }
        String user = System.getProperty("user.name");
        return Path.of(System.getProperty("java.io.tmpdir"), "mieux-postgres-" + user)
                .toFile();
    }

    private static String reason(Throwable failure) {
        Throwable root = root(failure);
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
