package eu.mieux.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Ready time, cold and warm, and the memory of a suite that has nothing to do yet. Leaves a warm suite running. */
final class Starts {

    private static final Duration TRAINING = Duration.ofMinutes(20);
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final double WARM_SECONDS = 10;
    private static final double MEGABYTES = 1800;

    private final Settings settings;
    private final List<Row> rows = new ArrayList<>();
    private final List<Suite.Memory> ready = new ArrayList<>();

    Starts(Settings settings) {
        this.settings = settings;
    }

    List<Row> measure(Suite suite) throws IOException, InterruptedException, SQLException {
        settings.say("Ready time, cold");
        cold(suite);
        settings.say("Training the start-up caches");
        awaitTraining(suite);
        rememberCommits(suite);
        suite.down();
        settings.say("Ready time, warm");
        warm(suite);
        rows.add(memory("Memory when ready", ready));
        return rows;
    }

    /** Starts a suite for the other measures only. */
    static void without(Suite suite) throws IOException, InterruptedException, SQLException {
        suite.up("--empty", "--no-training");
        rememberCommits(suite);
        suite.down();
        suite.up("--no-training");
    }

    private void cold(Suite suite) throws IOException, InterruptedException {
        List<Double> starts = new ArrayList<>();
        List<Double> references = new ArrayList<>();
        // The first one builds what is not built and warms the file cache; it does not count.
        for (int i = -1; i < settings.repetitions(); i++) {
            Path folder = settings.folder("cold");
            Suite fresh = new Suite(settings.root(), folder, settings.port());
            double seconds = upOnce(fresh);
            settings.delete(folder);
            Path ground = settings.folder("ground");
            double reference = new Ground(settings.root(), ground, settings.port()).start();
            settings.delete(ground);
            if (i >= 0) {
                starts.add(seconds);
                references.add(reference);
            }
        }
        rows.add(new Row.Title("Ready time, cold: first start, no data", "s", "PostgreSQL and Kafka alone, first start")
                .lessIsBetter(starts, references));
        suite.up("--empty");
    }

    private static double upOnce(Suite suite) throws IOException, InterruptedException {
        try {
            return suite.up("--empty", "--no-training");
        } finally {
            suite.downIfUp();
        }
    }

    private static void awaitTraining(Suite suite) throws IOException, InterruptedException {
        long end = System.nanoTime() + TRAINING.toNanos();
        while (!suite.trained()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The start-up caches are not trained; see the log of the training.");
            }
            Thread.sleep(POLL);
        }
    }

    /** From the next start on PostgreSQL notes the time of every commit; commit-to-figure is told by it. */
    private static void rememberCommits(Suite suite) throws SQLException, IOException {
        try (Connection connection = suite.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set track_commit_timestamp = on");
        }
    }

    private void warm(Suite suite) throws IOException, InterruptedException {
        List<Double> starts = new ArrayList<>();
        List<Double> references = new ArrayList<>();
        Path folder = settings.folder("ground");
        Ground ground = new Ground(settings.root(), folder, settings.port());
        ground.start();
        for (int i = 0; i < settings.repetitions(); i++) {
            if (i > 0) {
                suite.down();
            }
            references.add(ground.start());
            starts.add(suite.up());
            ready.add(suite.memory());
        }
        settings.delete(folder);
        rows.add(new Row.Title(
                        "Ready time, warm: later start, caches trained", "s", "PostgreSQL and Kafka alone, later start")
                .lessIsBetter(starts, references)
                .atMost(WARM_SECONDS));
    }

    static Row memory(String title, List<Suite.Memory> samples) {
        return new Row.Title(title + ", all processes (PSS)", "MB", "PostgreSQL and Kafka among them")
                .lessIsBetter(
                        samples.stream().map(Suite.Memory::all).toList(),
                        samples.stream().map(Suite.Memory::ground).toList())
                .atMost(MEGABYTES);
    }
}
