package eu.mieux.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Submitting a request through the gateway, against the same statements by pgbench on tables of its own beside them, with a
 * second pgbench that empties the queue as the relay does. Drafts are made beforehand.
 */
final class Submitting {

    private static final double AIM = 0.35;
    private static final String DATABASE = "pre_implementation";
    private static final int REFERENCE_DRAFTS = 150_000;
    private static final double MARGIN = 2;
    /** More than are submitted in a second while the compilers are still at work. */
    private static final int DRAFTS_A_SECOND = 150;

    private static final String DRAFT = """
            {"title":"Document security at land borders","countries":["CM"],"themes":["DOCUMENT_SECURITY"],
             "authorities":["cm-ministry-of-interior-cameroon"],
             "problem":"Forged travel documents are hard to find at the land borders, where officers have neither the equipment nor the training that those at the airports have.",
             "support":"A curriculum for the border police academy, written together with officers who teach the subject elsewhere, and a first course held by them."}""";

    private final Settings settings;
    private final Suite suite;
    private final Deque<String> drafts = new ArrayDeque<>();
    private int referenceDraftsUsed;

    Submitting(Settings settings, Suite suite) {
        this.settings = settings;
        this.suite = suite;
    }

    List<Row> measure() throws IOException, InterruptedException, SQLException {
        Map<String, String> postgres = suite.postgres(DATABASE);
        Pgbench submit = Pgbench.of("submit.sql", postgres);
        Pgbench relay = Pgbench.of("relay.sql", postgres);
        draft(settings.warmUp() * DRAFTS_A_SECOND);
        prepareReference();
        double rate = submitOnService(settings.warmUp());
        submitByPgbench(submit, relay, 1);
        List<Double> measured = new ArrayList<>();
        List<Double> references = new ArrayList<>();
        for (int i = 0; i < settings.repetitions(); i++) {
            draft((int) (rate * MARGIN * settings.seconds()));
            rate = submitOnService(settings.seconds());
            measured.add(rate);
            references.add(submitByPgbench(submit, relay, settings.seconds()));
        }
        return List.of(
                new Row.Title("Submitting a request, through the gateway", "/s", "the same statements by pgbench")
                        .moreIsBetter(measured, references)
                        .ratioAtLeast(AIM));
    }

    private double submitOnService(int seconds) throws IOException, InterruptedException {
        Path list = Files.createTempFile("mieux-bench-", ".drafts");
        try {
            Files.write(list, drafts);
            Wrk wrk = Wrk.of(
                    "submit.lua", Map.of("BENCH_TOKEN", suite.token("manager"), "BENCH_DRAFTS", list.toString()));
            return wrk.rate(suite.gateway(), Settings.CLIENTS, seconds);
        } finally {
            Files.delete(list);
        }
    }

    /** Makes drafts through the API until so many are there. */
    private void draft(int wanted) throws IOException, InterruptedException, SQLException {
        Wrk wrk = Wrk.of("draft.lua", Map.of("BENCH_TOKEN", suite.token("manager"), "BENCH_DRAFT", DRAFT));
        findDrafts();
        while (drafts.size() < wanted) {
            wrk.rate(suite.gateway() + "/api/v1/requests", Settings.CLIENTS, 2);
            findDrafts();
        }
    }

    private void findDrafts() throws SQLException, IOException {
        drafts.clear();
        try (Connection connection = suite.connect(DATABASE);
                PreparedStatement statement =
                        connection.prepareStatement("select id from request where status = 'DRAFT' order by id");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                drafts.add(row.getString(1));
            }
        }
    }

    private void prepareReference() throws SQLException, IOException {
        try (Connection connection = suite.connect(DATABASE)) {
            connection.createStatement().execute(Resource.text("submit-tables.sql"));
            try (PreparedStatement fill = connection.prepareStatement("select bench.fill(?)")) {
                fill.setInt(1, REFERENCE_DRAFTS);
                fill.execute();
            }
        }
    }

    private double submitByPgbench(Pgbench submit, Pgbench relay, int seconds)
            throws IOException, InterruptedException, SQLException {
        Program.Running relaying = relay.start(1, seconds + 1);
        double rate = submit.rate(
                Settings.CLIENTS,
                seconds,
                "--define=i=0",
                "--define=clients=" + Settings.CLIENTS,
                "--define=base=" + referenceDraftsUsed);
        relaying.end();
        try (Connection connection = suite.connect(DATABASE);
                PreparedStatement statement =
                        connection.prepareStatement("select bench.used(), (select count(*) from bench.outbox_queue)");
                ResultSet row = statement.executeQuery()) {
            row.next();
            referenceDraftsUsed = row.getInt(1);
            if (referenceDraftsUsed >= REFERENCE_DRAFTS || row.getLong(2) > 0) {
                throw new IllegalStateException("The reference ran out of drafts, or left its queue full.");
            }
        }
        return rate;
    }
}
