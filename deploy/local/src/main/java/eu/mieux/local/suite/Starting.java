package eu.mieux.local.suite;

import eu.mieux.embedded.BrokerLaunch;
import eu.mieux.embedded.BrokerProcess;
import eu.mieux.embedded.PostgresServer;
import eu.mieux.embedded.PostgresSettings;
import eu.mieux.local.Checkout;
import eu.mieux.local.Console.Progress;
import eu.mieux.local.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/** Starts every part of a suite that does not run yet, and waits until all can serve. */
final class Starting {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Checkout checkout;
    private final SuiteFolder folder;
    private final SuiteState state;
    private final RunningParts running;
    private final BooleanSupplier abandoned;
    private final Readiness readiness = new Readiness();

    /** @param abandoned becomes true when nothing more is to be started */
    Starting(Checkout checkout, SuiteFolder folder, SuiteState state, RunningParts running, BooleanSupplier abandoned) {
        this.checkout = checkout;
        this.folder = folder;
        this.state = state;
        this.running = running;
        this.abandoned = abandoned;
    }

    void run(Progress progress) throws IOException, InterruptedException {
        progress.to(0, Part.values().length, "PostgreSQL, Kafka, identity provider");
        Path programs = folder.path().resolve("programs");
        Path broker =
                Programs.copy(checkout.path("deploy", "broker", "target"), programs.resolve("kafka"), Starting::isJar);
        identity(Programs.copy(
                checkout.path("deploy", "local", "target"),
                programs.resolve("identity"),
                file -> isJar(file) && !file.toString().contains("postgres-binaries")));
        together(List.of(this::postgres, () -> kafka(broker)));
        progress.to(3, Part.values().length, "services");
        for (Part part : Part.applications()) {
            application(part, programs);
        }
        awaitReady(progress);
    }

    private Void postgres() {
        PostgresServer server = PostgresServer.start(new PostgresSettings(
                folder.postgres(),
                Part.POSTGRES.port(state.port()),
                state.password("postgres"),
                folder.log(Part.POSTGRES)));
        for (Part service : Part.services()) {
            server.createDatabase(service.database(), state.password(service.database()));
        }
        return null;
    }

    private Void kafka(Path home) throws IOException {
        BrokerProcess.start(new BrokerLaunch(
                home,
                folder.kafka(),
                Part.KAFKA.port(state.port()),
                state.port() + Part.KAFKA_CONTROLLER_OFFSET,
                Jvm.freshLog(folder.log(Part.KAFKA)),
                false,
                RunningParts.marks(folder, Part.KAFKA)));
        return null;
    }

    private void identity(Path home) throws IOException {
        start(
                Part.IDENTITY,
                List.of(
                        "-Xmx48m",
                        "-cp",
                        home.resolve("local.jar") + ":" + home.resolve("lib") + "/*",
                        "eu.mieux.local.identity.Identity",
                        Integer.toString(Part.IDENTITY.port(state.port())),
                        folder.identity().toString()),
                Map.of());
    }

    private void application(Part part, Path programs) throws IOException {
        Path home = Programs.copy(
                checkout.path(part.title(), "target", "quarkus-app"), programs.resolve(part.title()), _ -> true);
        start(
                part,
                List.of(
                        part == Part.GATEWAY ? "-Xmx128m" : "-Xmx256m",
                        "-jar",
                        home.resolve("quarkus-run.jar").toString()),
                Environment.of(part, state, checkout));
    }

    private void start(Part part, List<String> options, Map<String, String> environment) throws IOException {
        if (!running.has(part)) {
            requireWanted();
            Jvm.start(folder, part, options, environment);
        }
    }

    private void awaitReady(Progress progress) throws IOException, InterruptedException {
        List<Part> awaited = new ArrayList<>(Part.applications());
        awaited.add(Part.IDENTITY);
        int others = Part.values().length - awaited.size();
        Instant end = Instant.now().plus(PATIENCE);
        while (!awaited.isEmpty()) {
            requireWanted();
            for (Part part : List.copyOf(awaited)) {
                if (readiness.ready(part, state.port())) {
                    awaited.remove(part);
                }
            }
            progress.to(Part.values().length - others - awaited.size(), Part.values().length, names(awaited));
            RunningParts alive = RunningParts.of(folder);
            for (Part part : awaited) {
                if (!alive.has(part)) {
                    throw new Refusal("%s ended while it started. Its log says: %s%nThe whole log: %s"
                            .formatted(part.title(), LogEnd.complaint(folder.log(part)), folder.log(part)));
                }
                if (Instant.now().isAfter(end)) {
                    throw new Refusal("%s is not ready after %d seconds. Its log says: %s%nThe whole log: %s"
                            .formatted(
                                    part.title(),
                                    PATIENCE.toSeconds(),
                                    LogEnd.complaint(folder.log(part)),
                                    folder.log(part)));
                }
            }
            Thread.sleep(POLL);
        }
    }

    private void requireWanted() {
        if (abandoned.getAsBoolean()) {
            throw new Refusal("The start was broken off.");
        }
    }

    private static void together(List<Callable<Void>> tasks) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> task : threads.invokeAll(tasks)) {
                task.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static String names(List<Part> parts) {
        return parts.isEmpty() ? "" : "waiting for " + parts.getFirst().title();
    }

    private static boolean isJar(Path file) {
        return file.toString().endsWith(".jar");
    }
}
