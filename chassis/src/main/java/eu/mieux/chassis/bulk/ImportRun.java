package eu.mieux.chassis.bulk;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;

/** One import under way, batch by batch; what it holds in memory does not grow with the file, nor with its faults. */
final class ImportRun<R> {

    private static final int BATCH = 500;
    private static final long LOCK = 0x4D494555_58494D50L; // "MIEUXIMP": one import of a service at a time

    private final PortfolioFile<R> file;
    private final CsvSource source;
    private final ImportOrder<R> order;
    private final EntityManager entities;
    private final ImportJournal journal;
    private final Outcome outcome;
    private final List<PortfolioFile.Line<R>> batch = new ArrayList<>(BATCH);
    private int taken;
    private int batches;

    ImportRun(ImportOrder<R> order, EntityManager entities, ImportJournal journal) {
        this.order = order;
        this.file = order.file();
        this.source = new CsvSource(order.path(), file);
        this.entities = entities;
        this.journal = journal;
        this.outcome = new Outcome(file.name());
    }

    Outcome outcome() {
        return outcome;
    }

    /** Within the import's transaction. */
    void readAll() throws IOException {
        sql("select pg_advisory_xact_lock(" + LOCK + ")");
        sql("create temp table import_key (key text primary key) on commit drop");
        source.read(new CsvSource.Reader() {
            @Override
            public void row(Row row) {
                take(row);
            }

            @Override
            public void badRow(RowError fault) {
                outcome.read();
                outcome.fault(fault);
                outcome.rejected();
                counted();
            }

            @Override
            public void unreadable(RowError fault) {
                outcome.unreadable(fault);
            }
        });
        keepBatch();
    }

    private void take(Row row) {
        outcome.read();
        R value = file.read(row);
        if (row.errors().isEmpty()) {
            batch.add(new PortfolioFile.Line<>(row.line(), value));
        } else {
            row.errors().forEach(outcome::fault);
            outcome.rejected();
        }
        counted();
    }

    /** Bad rows count too: a file of nothing else must show progress, and must not pile up its faults. */
    private void counted() {
        if (++taken == BATCH) {
            keepBatch();
        }
    }

    private void keepBatch() {
        if (!batch.isEmpty()) {
            List<PortfolioFile.Line<R>> first = withoutDuplicates();
            if (!first.isEmpty()) {
                file.keep(first, outcome);
                entities.flush();
                entities.clear();
            }
            batch.clear();
        }
        taken = 0;
        forgetPlans();
        report();
    }

    /**
     * A plan that was made while a table was empty reads all of it, and would be kept while the table grows: nobody tells the
     * planner of rows that are not committed. So plans are made anew each time that the file has doubled.
     */
    private void forgetPlans() {
        batches++;
        if (Integer.bitCount(batches) == 1) {
            sql("discard plans");
        }
    }

    void report() {
        journal.progress(order.operation(), outcome, source.bytesRead());
    }

    private List<PortfolioFile.Line<R>> withoutDuplicates() {
        List<PortfolioFile.Line<R>> first = new ArrayList<>(batch.size());
        Set<String> fresh = remember(batch.stream()
                .map(line -> digest(file.key(line.row())))
                .distinct()
                .toArray());
        for (PortfolioFile.Line<R> line : batch) {
            String key = file.key(line.row());
            if (fresh.remove(digest(key))) {
                first.add(line);
            } else {
                outcome.fault(
                        line.number(),
                        null,
                        key,
                        RowError.DUPLICATE_KEY,
                        "The key \"%s\" stands on an earlier line of this file.".formatted(RowError.cut(key)),
                        "Each key once; delete one of the rows.");
                outcome.rejected();
            }
        }
        return first;
    }

    /** Remembers the keys of the file in a temporary table, and answers which of these are new. */
    private Set<String> remember(Object[] keys) {
        Set<String> fresh = new HashSet<>();
        entities.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "insert into import_key select unnest(?) on conflict do nothing returning key")) {
                statement.setArray(1, connection.createArrayOf("text", keys));
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        fresh.add(row.getString(1));
                    }
                }
            }
        });
        return fresh;
    }

    /** A key may be as long as a cell, which is longer than an index takes. */
    private static String digest(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    private void sql(String text) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(text);
            }
        });
    }
}
