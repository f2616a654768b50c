package eu.mieux.bench;

import eu.mieux.embedded.BrokerLaunch;
import eu.mieux.embedded.BrokerProcess;
import eu.mieux.embedded.PostgresServer;
import eu.mieux.embedded.PostgresSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * PostgreSQL and Kafka alone, started side by side with the suite's own settings: what every suite must wait for, and the
 * reference of its ready time.
 */
final class Ground {

    private static final List<String> DATABASES =
            List.of("pre_implementation", "implementation", "expert", "monitoring", "knowledge");
    private static final int POSTGRES = 7;
    private static final int KAFKA = 8;
    private static final String PASSWORD = "bench";

    private final Path root;
    private final Path data;
    private final int port;

    Ground(Path root, Path data, int port) {
        this.root = root;
        this.data = data;
        this.port = port;
    }

    /**
     * Starts and stops both.
     *
     * @return seconds until both could serve, the databases created
     */
    double start() {
        long begun = System.nanoTime();
        CompletableFuture<BrokerProcess> starting = CompletableFuture.supplyAsync(this::kafka);
        try (PostgresServer server = PostgresServer.start(new PostgresSettings(
                data.resolve("postgres"), port + POSTGRES, PASSWORD, data.resolve("postgres.log")))) {
            DATABASES.forEach(database -> server.createDatabase(database, PASSWORD, PASSWORD));
            try (BrokerProcess _ = starting.join()) {
                return (System.nanoTime() - begun) / 1e9;
            }
        }
    }

    private BrokerProcess kafka() {
        return BrokerProcess.start(new BrokerLaunch(
                root.resolve("deploy/broker/target"),
                data.resolve("kafka"),
                port + KAFKA,
                port + KAFKA + 1,
                data.resolve("kafka.log"),
                true,
                List.of()));
    }
}
