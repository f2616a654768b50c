package eu.mieux.chassis.bulk;

import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.inbox.Inbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Carries out one import: the whole file in one transaction, so that it is kept whole, in part or not at all as told. */
@ApplicationScoped
class Importing {

    private static final Logger LOG = Logger.getLogger(Importing.class);
    private static final Duration STANDSTILL = Duration.ofMinutes(1);
    private static final int LONGEST_SECONDS = (int) Duration.ofHours(12).toSeconds();

    private final ImportJournal journal;
    private final Publication publication;
    private final Inbox inbox;
    private final EntityManager entities;
    private final Caller caller;

    Importing(ImportJournal journal, Publication publication, Inbox inbox, EntityManager entities, Caller caller) {
        this.journal = journal;
        this.publication = publication;
        this.inbox = inbox;
        this.entities = entities;
        this.caller = caller;
    }

    /** Imports the file and deletes it. */
    @ActivateRequestContext
    <R> void run(ImportOrder<R> order) {
        boolean kept = false;
        try {
            caller.actFor(order.by());
            String detail = inbox.awaitCaughtUpUnlessStill(STANDSTILL)
                    ? null
                    : "Not every event published before has arrived; references were checked against what is here.";
            ImportRun<R> run = new ImportRun<>(order, entities, journal);
            kept = inOneTransaction(order, run);
            run.report();
            if (kept && !publication.awaitDrained()) {
                detail = "Kept; the events wait until the broker can be reached.";
            }
            finish(order, run.outcome(), detail);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(order, kept, e);
        } catch (SQLException | IOException | RuntimeException e) {
            fail(order, kept, e);
        } finally {
            delete(order.path());
        }
    }

    /** Begun and ended by hand: a transaction of Quarkus' lambda style that is rolled back on purpose counts as failed. */
    private <R> boolean inOneTransaction(ImportOrder<R> order, ImportRun<R> run) throws IOException {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(LONGEST_SECONDS));
        boolean keep = false;
        try {
            run.readAll();
            keep = !order.dryRun() && !isRefused(order, run.outcome());
            if (keep) {
                journal.kept(order.operation());
            }
        } finally {
            if (!keep) {
                QuarkusTransaction.rollback();
            }
        }
        if (keep) {
            QuarkusTransaction.commit();
        }
        return keep;
    }

    /** Of a file that cannot be read to its end nobody knows what it would have said: nothing of it is kept. */
    private static boolean isRefused(ImportOrder<?> order, Outcome outcome) {
        return outcome.isUnreadable() || (order.allOrNothing() && outcome.errorCount() > 0);
    }

    private void finish(ImportOrder<?> order, Outcome outcome, @Nullable String detail) {
        boolean refused = isRefused(order, outcome);
        journal.finish(
                order.operation(),
                refused ? ImportOperation.Status.FAILED : ImportOperation.Status.SUCCEEDED,
                refused ? "Nothing was changed; see errors." : withRemarks(detail, outcome.remarks()));
    }

    private static @Nullable String withRemarks(@Nullable String detail, List<String> remarks) {
        List<String> said = new ArrayList<>();
        if (detail != null) {
            said.add(detail);
        }
        said.addAll(remarks);
        return said.isEmpty() ? null : String.join(" ", said);
    }

    private void fail(ImportOrder<?> order, boolean kept, Exception e) {
        LOG.errorf(e, "Import %s failed", order.operation());
        if (kept) {
            journal.finish(
                    order.operation(),
                    ImportOperation.Status.SUCCEEDED,
                    "The rows are kept; whether their events are published already could not be found out.");
        } else {
            journal.finish(
                    order.operation(),
                    ImportOperation.Status.FAILED,
                    "The import could not be finished; nothing was changed. The service's log says more.");
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warnf("Cannot delete %s: %s", path, e.getMessage());
        }
    }
}
