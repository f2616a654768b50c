package eu.mieux.embedded;

import java.nio.file.Path;
import java.util.Map;

/**
 * How a PostgreSQL server is to run.
 *
 * @param dataDirectory where its data live; created and initialised when absent
 * @param port on 127.0.0.1
 * @param password of the superuser {@code postgres}
 * @param log file that takes the server's own log
 * @param durable whether a commit survives a power cut ({@code fsync}, {@code synchronous_commit}); off only for tests
 * @param parameters further server parameters, {@code max_connections} for instance
 */
public record PostgresSettings(
        Path dataDirectory, int port, String password, Path log, boolean durable, Map<String, String> parameters) {

    public PostgresSettings {
        dataDirectory = dataDirectory.toAbsolutePath().normalize();
        parameters = Map.copyOf(parameters);
    }

    public PostgresSettings(Path dataDirectory, int port, String password, Path log) {
        this(dataDirectory, port, password, log, true, Map.of());
    }
}
