package eu.mieux.local.suite;

import eu.mieux.embedded.BrokerProcess;
import eu.mieux.embedded.Ports;
import eu.mieux.embedded.PostgresServer;
import eu.mieux.embedded.TemporaryFolder;
import eu.mieux.local.Checkout;
import eu.mieux.local.identity.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * One program, started a second time beside the suite and without touching it: on another port, with an empty database
 * that is dropped afterwards, without Kafka. It is asked for a few things and stopped; then its JVM writes its
 * {@linkplain StartupCaches cache}.
 */
final class Trainee {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Checkout checkout;
    private final SuiteFolder folder;
    private final SuiteState state;
    private final Part part;
    private final Launches launches;
    private final StartupCaches caches;
    private final int port = Ports.free();

    Trainee(Checkout checkout, SuiteFolder folder, Part part) {
        this.checkout = checkout;
        this.folder = folder;
        this.state = folder.known();
        this.part = part;
        this.launches = new Launches(checkout, folder);
        this.caches = new StartupCaches(folder.programs());
    }

    /** Whether there is a cache now. */
    boolean train() throws IOException, InterruptedException {
        switch (part) {
            case POSTGRES -> throw new IllegalArgumentException("PostgreSQL is no JVM");
            case KAFKA -> inScratch(this::broker);
            case IDENTITY -> inScratch(scratch -> drill(launches.identity(port, scratch), Map.of()));
            case GATEWAY -> drill(launches.application(part), environment());
            case PRE_IMPLEMENTATION, IMPLEMENTATION, EXPERT, MONITORING, KNOWLEDGE -> service();
        }
        return caches.accept(part, launches.home(part));
    }

    private void broker(Path scratch) throws IOException {
        List<String> options = new ArrayList<>(RunningParts.marks(folder, Training.NAME));
        options.addAll(caches.record(part));
        BrokerProcess.start(launches.broker(scratch, port, Ports.free(), log(), true, options))
                .stop(PATIENCE);
    }

    private void service() throws IOException, InterruptedException {
        PostgresServer server = PostgresServer.start(Starting.postgresSettings(folder, state));
        String password = UUID.randomUUID().toString();
        server.dropDatabase(Training.NAME);
        server.createDatabase(Training.NAME, password, password);
        Map<String, String> environment = environment();
        environment.put("MIEUX_DATABASE_URL", server.jdbcUrl(Training.NAME));
        environment.put("MIEUX_DATABASE_USER", Training.NAME);
        environment.put("MIEUX_DATABASE_PASSWORD", password);
        environment.put("MIEUX_DATABASE_OWNER", PostgresServer.owner(Training.NAME));
        environment.put("MIEUX_DATABASE_OWNER_PASSWORD", password);
        environment.put("MIEUX_KAFKA", "127.0.0.1:" + Ports.free());
        drill(launches.application(part), environment);
        server.dropDatabase(Training.NAME);
    }

    private void drill(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(caches.record(part));
        options.addAll(command);
        Process process = Jvm.start(folder, Training.NAME, log(), options, environment);
        Readiness readiness = new Readiness();
        Instant end = Instant.now().plus(PATIENCE);
        while (!readiness.ready(port, part.readyPath(Provider.LOCAL))
                && process.isAlive()
                && Instant.now().isBefore(end)) {
            Thread.sleep(POLL);
        }
        try {
            new Drill(port, state.issuer()).run(part);
            process.destroy();
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } finally {
            process.destroyForcibly();
        }
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Environment.of(part, state, checkout));
        environment.put("MIEUX_PORT", Integer.toString(port));
        return environment;
    }

    private Path log() {
        return folder.log(Training.NAME + "-" + part.title());
    }

    private void inScratch(Exercise exercise) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory(folder.programs(), Training.NAME);
        try {
            exercise.in(scratch);
        } finally {
            TemporaryFolder.delete(scratch);
        }
    }

    private interface Exercise {
        void in(Path scratch) throws IOException, InterruptedException;
    }
}
