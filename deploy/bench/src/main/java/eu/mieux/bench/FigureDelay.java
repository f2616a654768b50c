package eu.mieux.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * From the commit of a change to the figure that it moves, at 200 writes a second: attendance is recorded for one delivered Activity
 * after the other, which moves {@code participants.total}. A figure is computed from facts when it is asked for, so it moves when
 * the fact is committed in monitoring-service; one PostgreSQL server serves both databases and notes the time of every commit.
 * Beside that a {@link Probe} asks for a figure over HTTP until it has moved, as somebody outside sees it.
 */
final class FigureDelay {

    private static final int A_SECOND = 200;
    /** A suite that cannot keep up is not buried; the row says how many a second it took. */
    private static final int MOST_AT_ONCE = 2 * Settings.CLIENTS;

    private static final double MILLISECONDS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String WRITTEN = """
            select aggregate_id || ' ' || version, pg_xact_commit_timestamp(xmin) from event_log
            where type = 'activity-attendance-recorded' and recorded_at >= '%s'""";
    private static final String ARRIVED = """
            select id || ' ' || version, pg_xact_commit_timestamp(xmin) from activity_fact
            where version > 1 and known_from >= '%s'""";

    private final Semaphore atOnce = new Semaphore(MOST_AT_ONCE);
    private final Settings settings;
    private final Suite suite;
    private final List<Double> medians = new ArrayList<>();
    private final List<Double> tails = new ArrayList<>();
    private final List<Double> bareMedians = new ArrayList<>();
    private final List<Double> bareTails = new ArrayList<>();
    private final List<Double> rates = new ArrayList<>();
    private final List<Double> seen = new ArrayList<>();

    FigureDelay(Settings settings, Suite suite) {
        this.settings = settings;
        this.suite = suite;
    }

    /** An Activity, and the version that a change must name. */
    private record Delivered(String path, String ifMatch) {}

    List<Row> measure() throws IOException, InterruptedException, SQLException, ExecutionException {
        BareKafka bare = new BareKafka(suite);
        bare.prepare();
        Pace pace = new Pace(A_SECOND, A_SECOND * settings.seconds());
        Pace warmUp = new Pace(A_SECOND, A_SECOND * settings.warmUp());
        try (Api api = new Api(suite);
                Connection implementation = suite.connect("implementation");
                Connection monitoring = suite.connect("monitoring")) {
            Queue<Delivered> activities = delivered(implementation);
            write(api, activities, warmUp);
            Probe probe = new Probe(api, implementation);
            bare.measure(new Pace(A_SECOND, A_SECOND));
            for (int i = 0; i < settings.repetitions(); i++) {
                Instant begun = Instant.now();
                seen.add(writeWatched(api, activities, pace, probe));
                String since = begun.minusMillis(1).toString();
                awaitFacts(implementation, monitoring, since);
                note(
                        Commits.read(implementation, WRITTEN.formatted(since))
                                .millisecondsTo(Commits.read(monitoring, ARRIVED.formatted(since))),
                        medians,
                        tails);
                note(bare.measure(pace), bareMedians, bareTails);
            }
        }
        String title =
                "Commit to figure at %.0f writes/s".formatted(Spread.of(rates).median());
        String reference = "bare insert, Kafka, insert at " + A_SECOND + "/s";
        return List.of(
                new Row.Title(title + ", p50", "ms", reference + ", p50").lessIsBetter(medians, bareMedians),
                new Row.Title(title + ", p99", "ms", reference + ", p99")
                        .lessIsBetter(tails, bareTails)
                        .atMost(MILLISECONDS),
                new Row.Title("Answer to figure moved, asked over HTTP meanwhile, p50", "ms", reference + ", p50")
                        .lessIsBetter(seen, bareMedians));
    }

    /** Answers how many a second the suite took. */
    private double write(Api api, Queue<Delivered> activities, Pace pace)
            throws InterruptedException, ExecutionException {
        List<Future<?>> answers = new ArrayList<>();
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            pace.run(beat -> {
                Delivered activity = activities.remove();
                atOnce.acquireUninterruptibly();
                answers.add(threads.submit(() -> {
                    try {
                        api.put(activity.path(), activity.ifMatch(), Api.heads(beat % 40));
                    } finally {
                        atOnce.release();
                    }
                    return activity;
                }));
            });
            for (Future<?> answer : answers) {
                answer.get();
            }
        }
        return pace.beats() * 1e9 / (System.nanoTime() - begun);
    }

    /** The same while the probe asks for its figure; answers the median of what it saw, in milliseconds. */
    private double writeWatched(Api api, Queue<Delivered> activities, Pace pace, Probe probe)
            throws InterruptedException, ExecutionException {
        try (ExecutorService side = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Double>> watching = side.submit(() -> probe.watch(Duration.ofSeconds(settings.seconds())));
            rates.add(write(api, activities, pace));
            return Spread.percentile(watching.get(), 50);
        }
    }

    private static Queue<Delivered> delivered(Connection connection) throws SQLException {
        Queue<Delivered> found = new ConcurrentLinkedQueue<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                        select action_code, number, version from activity
                        where status = 'DELIVERED' and version = 1 and extract(year from starts_on) = ?
                        order by id""")) {
            statement.setInt(1, Activities.YEAR);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Delivered(
                            "/api/v1/actions/%s/activities/%d/attendance".formatted(row.getString(1), row.getInt(2)),
                            "\"" + row.getLong(3) + "\""));
                }
            }
        }
        return found;
    }

    private static void awaitFacts(Connection implementation, Connection monitoring, String since)
            throws SQLException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        int written =
                Commits.read(implementation, WRITTEN.formatted(since)).byName().size();
        while (Commits.read(monitoring, ARRIVED.formatted(since)).byName().size() < written) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("What was written does not arrive in monitoring.");
            }
            Thread.sleep(Duration.ofMillis(100));
        }
    }

    private static void note(List<Double> delays, List<Double> medians, List<Double> tails) {
        medians.add(Spread.percentile(delays, 50));
        tails.add(Spread.percentile(delays, 99));
    }
}
