package eu.mieux.chassis.bulk;

import eu.mieux.chassis.inbox.Inbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/** Runs one import: the whole file in one transaction, batch by batch, so that it is kept whole, in part or not at all as told. */
@ApplicationScoped
class Importing {

    private static final Logger LOG = Logger.getLogger(Importing.class);
    private static final int BATCH = 500;
    private static final Duration CATCH_UP = Duration.ofMinutes(10);
    private static final int LONGEST_SECONDS = (int) Duration.ofHours(12).toSeconds();
    private static final long LOCK = 0x4D494555_58494D50L; // "MIEUXIMP": one import of a service at a time

    private final ImportJournal journal;
    private final Publication publication;
    private final Inbox inbox;
    private final EntityManager entities;

    Importing(ImportJournal journal, Publication publication, Inbox inbox, EntityManager entities) {
        this.journal = journal;
        this.publication = publication;
        this.inbox = inbox;
        this.entities = entities;
    }

    /** Imports the file at this path and deletes it. */
    @ActivateRequestContext
    <R> void run(PortfolioFile<R> file, Path path, UUID operation, ImportMode mode, boolean dryRun) {
        try {
            String detail = inbox.awaitCaughtUp(CATCH_UP)
                    ? null
                    : "Not every event published before has arrived; references were checked against what is here.";
            Run<R> run = new Run<>(file, new CsvSource(path, file), operation);
            boolean kept = QuarkusTransaction.requiringNew()
                    .timeout(LONGEST_SECONDS)
                    .call(() -> {
                        run.readAll();
                        boolean keep = !dryRun && (mode == ImportMode.KEEP_GOOD || run.outcome.errorCount() == 0);
                        if (!keep) {
                            QuarkusTransaction.setRollbackOnly();
                        }
                        return keep;
                    });
            run.report();
            if (kept && !publication.awaitDrained()) {
                detail = "Kept; the events wait until the broker can be reached.";
            }
            boolean failed = mode == ImportMode.ALL_OR_NOTHING && run.outcome.errorCount() > 0;
            journal.finish(
                    operation,
                    failed ? ImportOperation.Status.FAILED : ImportOperation.Status.SUCCEEDED,
                    failed ? "Nothing was changed; see errors." : detail);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(operation, e);
        } catch (Exception e) {
            fail(operation, e);
        } finally {
            delete(path);
        }
    }

    private void fail(UUID operation, Exception e) {
        LOG.errorf(e, "Import %s failed", operation);
        journal.finish(
                operation,
                ImportOperation.Status.FAILED,
                "The import could not be finished; nothing was changed. The service's log says more.");
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warnf("Cannot delete %s: %s", path, e.getMessage());
        }
    }

    /** The state of one import under way. */
    private final class Run<R> {
        private final PortfolioFile<R> file;
        private final CsvSource source;
        private final UUID operation;
        private final Outcome outcome;
        private final List<PortfolioFile.Line<R>> batch = new ArrayList<>(BATCH);

        Run(PortfolioFile<R> file, CsvSource source, UUID operation) {
            this.file = file;
            this.source = source;
            this.operation = operation;
            this.outcome = new Outcome(file.name());
        }

        void readAll() {
            sql("select pg_advisory_xact_lock(" + LOCK + ")");
            sql("create temp table import_key (key text primary key) on commit drop");
            try {
                source.read(this::take, fault -> {
                    outcome.fault(fault);
                    outcome.rejected();
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            keepBatch();
        }

        private void take(Row row) {
            outcome.read();
            R value = file.read(row);
            if (row.errors().isEmpty()) {
                batch.add(new PortfolioFile.Line<>(row.line(), value));
                if (batch.size() == BATCH) {
                    keepBatch();
                }
            } else {
                row.errors().forEach(outcome::fault);
                outcome.rejected();
            }
        }

        private void keepBatch() {
            List<PortfolioFile.Line<R>> first = withoutDuplicates();
            if (!first.isEmpty()) {
                file.keep(first, outcome);
                entities.flush();
                entities.clear();
            }
            batch.clear();
            report();
        }

        void report() {
            journal.progress(operation, outcome, source.bytesRead());
        }

        /** The keys of a file are remembered in a temporary table: memory must not grow with the file. */
        private List<PortfolioFile.Line<R>> withoutDuplicates() {
            List<PortfolioFile.Line<R>> first = new ArrayList<>(batch.size());
            Set<String> seen = new HashSet<>();
            Set<String> fresh = remember(
                    batch.stream().map(line -> file.key(line.row())).distinct().toArray());
            for (PortfolioFile.Line<R> line : batch) {
                String key = file.key(line.row());
                if (fresh.contains(key) && seen.add(key)) {
                    first.add(line);
                } else {
                    outcome.fault(
                            line.number(),
                            null,
                            key,
                            RowError.DUPLICATE_KEY,
                            "The key \"%s\" stands on an earlier line of this file.".formatted(key),
                            "Each key once; delete one of the rows.");
                    outcome.rejected();
                }
            }
            return first;
        }

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
    }

    private void sql(String statement) {
        entities.unwrap(Session.class).doWork(connection -> execute(connection, statement));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
