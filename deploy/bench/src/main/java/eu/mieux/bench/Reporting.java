package eu.mieux.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The annual report over 100,000 Activities, computed anew each time, against hand-written SQL that computes the same figures. */
final class Reporting {

    private static final String DATABASE = "monitoring";
    private static final int TIMES = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Settings settings;
    private final Suite suite;

    Reporting(Settings settings, Suite suite) {
        this.settings = settings;
        this.suite = suite;
    }

    List<Row> measure() throws IOException, InterruptedException, SQLException {
        awaitFacts();
        bringAirports();
        Pgbench pgbench = Pgbench.of("report.sql", suite.postgres(DATABASE));
        List<Double> measured = new ArrayList<>();
        List<Double> references = new ArrayList<>();
        try (Api api = new Api(suite)) {
            verify(report(api));
            read(api, TIMES);
            pgbench.latency(TIMES);
            for (int i = 0; i < settings.repetitions(); i++) {
                measured.add(read(api, TIMES));
                references.add(pgbench.latency(TIMES));
            }
        }
        return List.of(new Row.Title(
                        "Annual report over 100,000 Activities, computed anew",
                        "ms",
                        "hand-written SQL for the same figures")
                .lessIsBetter(measured, references));
    }

    /** As known now, so that nothing computed before is taken. */
    private static JsonNode report(Api api) throws IOException, InterruptedException {
        return api.get("/api/v1/annual-reports/" + Activities.YEAR + "?asOf="
                + Instant.now().minusMillis(100));
    }

    private static double read(Api api, int times) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++) {
            report(api);
        }
        return (System.nanoTime() - begun) / 1e6 / times;
    }

    private void bringAirports() throws SQLException, IOException, InterruptedException {
        try (Connection connection = suite.connect(DATABASE)) {
            connection.createStatement().execute(Resource.text("report-tables.sql"));
        }
        Copy.csv(
                settings.root().resolve("deploy/facility/mieux/airports.csv"),
                "bench.airport",
                suite.postgres(DATABASE));
    }

    private void awaitFacts() throws SQLException, IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        try (Connection connection = suite.connect(DATABASE);
                Statement statement = connection.createStatement()) {
            while (count(statement) < Importing.ALL) {
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException("The imported Activities do not arrive in monitoring.");
                }
                Thread.sleep(Duration.ofMillis(200));
            }
            // As the server does by itself a minute later; both sides read the same tables.
            statement.execute("analyze");
        }
    }

    private static int count(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(*) from projection.activity_fact")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** A reference that computes something else is none. */
    private void verify(JsonNode report) throws SQLException, IOException {
        Map<String, BigDecimal> reported = new HashMap<>();
        report.path("figures")
                .forEach(figure -> reported.put(
                        figure.path("id").asText(), figure.path("value").decimalValue()));
        Map<String, BigDecimal> byHand = new HashMap<>();
        try (Connection connection = suite.connect(DATABASE);
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(Resource.text("report.sql"));
            while (rows || statement.getUpdateCount() != -1) {
                if (rows) {
                    collect(statement.getResultSet(), byHand);
                }
                rows = statement.getMoreResults();
            }
        }
        byHand.keySet().retainAll(reported.keySet());
        byHand.forEach((id, value) -> {
            BigDecimal said = reported.get(id);
            if (said == null || said.subtract(value).abs().compareTo(new BigDecimal("0.001")) > 0) {
                throw new IllegalStateException("%s is %s by hand, %s in the report".formatted(id, value, said));
            }
        });
        settings.say(
                "  %d figures are the same by hand and in the report of %d".formatted(byHand.size(), reported.size()));
    }

    private static void collect(ResultSet row, Map<String, BigDecimal> into) throws SQLException {
        while (row.next()) {
            BigDecimal value = row.getBigDecimal("value");
            if (row.getInt("year") == Activities.YEAR && value != null) {
                into.put(row.getString("figure"), value);
            }
        }
    }
}
