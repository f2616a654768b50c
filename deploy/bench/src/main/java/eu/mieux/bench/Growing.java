package eu.mieux.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What listing, reading and submitting cost among a thousand requests and among a million, and listing against the same SQL by
 * hand. In processor time of the service and PostgreSQL, which tells the work whatever else the machine does.
 */
final class Growing {

    private static final String DATABASE = "pre_implementation";
    private static final String SERVICE = "pre-implementation-service";
    private static final int FEW = 1_000;
    private static final int MANY = 1_000_000;
    /** More than can be submitted. */
    private static final int DRAFTS_A_SECOND = 1_000;

    /** So many times as long as a load, for the compilers. */
    private static final int WARM_UP = 6;

    private static final double MILLISECONDS = 1_000;

    /** Not to be told apart from what a machine that does other things measures. */
    private static final double FLAT = 0.8;
    /** At most twice the processor time of the same SQL by hand. */
    private static final double HALF = 0.5;

    private static final String LIST = "Listing 20 requests";
    private static final Map<String, String> READS = reads();

    private final Settings settings;
    private final Suite suite;

    /** The numbers of the next requests that are made. */
    private int next = 1;

    private int nextDraft;

    Growing(Settings settings, Suite suite) {
        this.settings = settings;
        this.suite = suite;
    }

    private static Map<String, String> reads() {
        Map<String, String> reads = new LinkedHashMap<>();
        reads.put(LIST, "/api/v1/requests");
        reads.put("Listing those of a country", "/api/v1/requests?country=BO");
        reads.put("Listing those of a rare status", "/api/v1/requests?status=ON_HOLD");
        reads.put(
                "Listing those of a country and a status, the last submitted first",
                "/api/v1/requests?country=BO&status=APPROVED&sort=-submittedOn");
        reads.put("Listing those of a year, by title", "/api/v1/requests?year=2015&sort=title");
        reads.put("Reading a request", "/api/v1/requests/01a1f000-0000-7000-8000-000000000008");
        return reads;
    }

    List<Row> measure() throws IOException, InterruptedException, SQLException {
        fill(FEW, false);
        Map<String, List<Double>> few = costs();
        List<Double> byHand = byHand();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row.Title(
                        "Listing 20 of 1,000 requests, at the service: processor time",
                        "ms",
                        "the same select by hand over JDBC")
                .lessIsBetter(of(few, LIST), byHand)
                .ratioAtLeast(HALF));
        fill(MANY - next + 1, false);
        Map<String, List<Double>> many = costs();
        many.forEach((what, cost) -> rows.add(new Row.Title(what + ", of 1,000,000: processor time", "ms", "of 1,000")
                .lessIsBetter(cost, of(few, what))
                .ratioAtLeast(FLAT)));
        return rows;
    }

    private static List<Double> of(Map<String, List<Double>> costs, String what) {
        return costs.getOrDefault(what, List.of());
    }

    private Map<String, List<Double>> costs() throws IOException, InterruptedException, SQLException {
        Map<String, List<Double>> costs = new LinkedHashMap<>();
        Wrk reading = Wrk.of("list.lua", Map.of("BENCH_TOKEN", suite.token("manager")));
        for (Map.Entry<String, String> read : READS.entrySet()) {
            String url = suite.preImplementation() + read.getValue();
            costs.put(read.getKey(), costs(seconds -> reading.rate(url, Settings.CLIENTS, seconds)));
        }
        nextDraft = next;
        fill((WARM_UP + settings.repetitions()) * settings.seconds() * DRAFTS_A_SECOND, true);
        costs.put("Submitting a request", costs(this::submit));
        return costs;
    }

    /** Something that is done for so many seconds, and how often a second. */
    @FunctionalInterface
    private interface Load {
        double run(int seconds) throws IOException, InterruptedException, SQLException;
    }

    /** Milliseconds of processor time for each time, after the compilers had theirs. */
    private List<Double> costs(Load load) throws IOException, InterruptedException, SQLException {
        load.run(WARM_UP * settings.seconds());
        List<Double> costs = new ArrayList<>();
        for (int i = 0; i < settings.repetitions(); i++) {
            double before = spent();
            double done = load.run(settings.seconds()) * settings.seconds();
            costs.add((spent() - before) / done * MILLISECONDS);
        }
        return costs;
    }

    private double spent() throws IOException, InterruptedException {
        return suite.processorSeconds(SERVICE) + suite.processorSeconds("postgres");
    }

    private double submit(int seconds) throws IOException, InterruptedException {
        Path list = Files.createTempFile("mieux-bench-", ".drafts");
        try {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < seconds * DRAFTS_A_SECOND; i++) {
                ids.add("01a1f000-0000-7000-8000-%012x".formatted(nextDraft++));
            }
            Files.write(list, ids);
            return Wrk.of("submit.lua", Map.of("BENCH_TOKEN", suite.token("manager"), "BENCH_DRAFTS", list.toString()))
                    .rate(suite.preImplementation(), Settings.CLIENTS, seconds);
        } finally {
            Files.delete(list);
        }
    }

    /** The same select, every value read, by one thread of this process. */
    private List<Double> byHand() throws IOException, InterruptedException, SQLException {
        List<Double> costs = new ArrayList<>();
        try (Connection connection = suite.connect(DATABASE);
                PreparedStatement select = connection.prepareStatement(
                        Resource.text("list.sql").strip().replaceAll("^--.*\n", ""))) {
            list(select, WARM_UP * settings.seconds());
            for (int i = 0; i < settings.repetitions(); i++) {
                double before = own() + suite.processorSeconds("postgres");
                int done = list(select, settings.seconds());
                costs.add((own() + suite.processorSeconds("postgres") - before) / done * MILLISECONDS);
            }
        }
        return costs;
    }

    private static double own() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    /** How often it was read. */
    private static int list(PreparedStatement select, int seconds) throws SQLException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        int done = 0;
        while (System.nanoTime() < end) {
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    row.getObject(1, UUID.class);
                    for (int column = 2; column <= row.getMetaData().getColumnCount(); column++) {
                        row.getString(column);
                    }
                }
            }
            done++;
        }
        return done;
    }

    /** So many more requests, beside the service and its audit trail. */
    private void fill(int count, boolean drafts) throws IOException, SQLException {
        try (Connection connection = suite.connect(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute("alter table request disable trigger audited");
            statement.execute(Resource.text("grow.sql").formatted(next, next + count - 1, drafts));
            statement.execute("alter table request enable trigger audited");
            statement.execute("vacuum analyze request, request_entry");
        }
        next += count;
    }
}
