package eu.mieux.local.suite;

import eu.mieux.embedded.BrokerProcess;
import eu.mieux.embedded.PostgresServer;
import eu.mieux.embedded.PostgresSettings;
import eu.mieux.local.Checkout;
import eu.mieux.local.Console.Progress;
import eu.mieux.local.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * Starts every part of a suite that does not run yet; whether they can serve is another matter ({@link Awaiting}).
 *
 * <p>Everything starts at once, but for the services, which need their databases: they wait for PostgreSQL, though not
 * for Kafka, which is ready before they are.
 */
final class Starting {

    private final Checkout checkout;
    private final SuiteFolder folder;
    private final SuiteState state;
    private final RunningParts running;
    private final BooleanSupplier abandoned;
    private final Launches launches;
    private final StartupCaches caches;

    /** @param abandoned becomes true when nothing more is to be started */
    Starting(Checkout checkout, SuiteFolder folder, SuiteState state, RunningParts running, BooleanSupplier abandoned) {
        this.checkout = checkout;
        this.folder = folder;
        this.state = state;
        this.running = running;
        this.abandoned = abandoned;
        this.launches = new Launches(checkout, folder);
        this.caches = new StartupCaches(folder.programs());
    }

    void run(Progress progress) throws IOException, InterruptedException {
        progress.to(0, Part.values().length, "PostgreSQL, Kafka, identity provider");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> kafka = threads.submit(this::kafka);
            Future<?> postgres = threads.submit(this::postgres);
            identity();
            await(postgres);
            progress.to(1, Part.values().length, "services");
            for (Part part : Part.applications()) {
                start(part, launches.application(part), Environment.of(part, state, checkout));
            }
            await(kafka);
        }
    }

    private void identity() throws IOException {
        int port = Part.IDENTITY.port(state.port());
        switch (state.provider()) {
            case LOCAL -> start(Part.IDENTITY, launches.identity(port, folder.identity()), Map.of());
            case KEYCLOAK -> {
                if (!running.has(Part.IDENTITY)) {
                    requireWanted();
                    launches.refresh(Part.IDENTITY);
                    Path log = folder.log(Part.IDENTITY);
                    List<String> command = launches.keycloak().command(port, folder.keycloak());
                    Jvm.start(folder, Part.IDENTITY.title(), log, command, Map.of());
                }
            }
        }
    }

    private void postgres() {
        PostgresServer server = PostgresServer.start(postgresSettings(folder, state));
        for (Part service : Part.services()) {
            String database = service.database();
            server.createDatabase(database, state.password(database), state.password(PostgresServer.owner(database)));
        }
    }

    static PostgresSettings postgresSettings(SuiteFolder folder, SuiteState state) {
        return new PostgresSettings(
                folder.postgres(),
                Part.POSTGRES.port(state.port()),
                state.password("postgres"),
                folder.log(Part.POSTGRES));
    }

    private Path kafka() throws IOException {
        if (!running.has(Part.KAFKA)) {
            launches.refresh(Part.KAFKA);
        }
        List<String> options = new ArrayList<>(RunningParts.marks(folder, Part.KAFKA.title()));
        options.addAll(caches.use(Part.KAFKA, launches.home(Part.KAFKA)));
        BrokerProcess.start(launches.broker(
                folder.kafka(),
                Part.KAFKA.port(state.port()),
                state.port() + Part.KAFKA_CONTROLLER_OFFSET,
                folder.log(Part.KAFKA),
                false,
                options));
        return folder.kafka();
    }

    private void start(Part part, List<String> command, Map<String, String> environment) throws IOException {
        if (running.has(part)) {
            return;
        }
        requireWanted();
        launches.refresh(part);
        List<String> options = new ArrayList<>(caches.use(part, launches.home(part)));
        options.addAll(command);
        Jvm.start(folder, part.title(), folder.log(part), options, environment);
    }

    private void requireWanted() {
        if (abandoned.getAsBoolean()) {
            throw new Refusal("The start was broken off.");
        }
    }

    private static void await(Future<?> task) throws InterruptedException {
        try {
            task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
