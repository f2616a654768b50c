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
import java.util.Map;
import java.util.Properties;

/** Unpacks PostgreSQL once per user, initialises a cluster once per folder, and starts the server. */
final class PostgresLaunch {

    /** Crash recovery of a large cluster takes its time. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String ONLY_WITH_PASSWORD = """
            # Written by the MIEUX suite: only from this machine, only with a password.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private PostgresLaunch() {}

    static EmbeddedPostgres run(PostgresSettings settings, DataDirectory directory) {
        boolean firstStart = !directory.born();
        if (firstStart) {
            directory.markBirth();
        }
        try {
            Files.createDirectories(settings.log().toAbsolutePath().getParent());
            EmbeddedPostgres started = builder(settings, firstStart).start();
            if (firstStart) {
                requirePasswords(settings);
                directory.markBorn();
            }
            return started;
        } catch (IOException | SQLException | IllegalStateException | ExceptionInInitializerError e) {
            throw new StartFailed(
                    "PostgreSQL did not start (%s). Its log says why: %s".formatted(reason(e), settings.log()), e);
        }
    }

    static Connection connect(PostgresSettings settings, String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", PostgresServer.SUPERUSER);
        properties.setProperty("password", settings.password());
        properties.setProperty("connectTimeout", "10");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + settings.port() + "/" + database, properties);
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
    private static void requirePasswords(PostgresSettings settings) throws IOException, SQLException {
        try (Connection connection = connect(settings, "postgres")) {
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
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
