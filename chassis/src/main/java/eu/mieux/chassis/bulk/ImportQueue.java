package eu.mieux.chassis.bulk;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Imports wait here for their turn, one at a time, and hold no database connection while they wait: many of them would
 * take all connections from the one that runs. While they wait or run, their sign of life is renewed.
 */
@ApplicationScoped
class ImportQueue {

    private static final Logger LOG = Logger.getLogger(ImportQueue.class);
    private static final int SIGNS_IN_SILENCE = 5;
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(5);

    private final Importing importing;
    private final ImportJournal journal;
    private final Duration silence;
    private final Set<UUID> alive = ConcurrentHashMap.newKeySet();
    private final ExecutorService work = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("import").daemon().factory());
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("import-pulse").daemon().factory());

    ImportQueue(
            Importing importing,
            ImportJournal journal,
            @ConfigProperty(name = "mieux.imports.silence") Duration silence) {
        this.importing = importing;
        this.journal = journal;
        this.silence = silence;
    }

    void start(@Observes StartupEvent event) {
        long interval = silence.toMillis() / SIGNS_IN_SILENCE;
        var _ = pulse.scheduleWithFixedDelay(this::beat, interval, interval, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        pulse.shutdownNow();
        work.shutdownNow();
        if (!work.awaitTermination(PATIENCE_AT_END.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("An import is cut off; nothing of it is kept.");
        }
    }

    void add(ImportOrder<?> order) {
        alive.add(order.operation());
        work.execute(() -> {
            try {
                importing.run(order);
            } finally {
                alive.remove(order.operation());
            }
        });
    }

    private void beat() {
        if (alive.isEmpty()) {
            return;
        }
        try {
            journal.alive(Set.copyOf(alive));
        } catch (SQLException | RuntimeException e) {
            // Thrown, it would end the pulse for good.
            LOG.warnf("Cannot say that imports are under way: %s", e.getMessage());
        }
    }
}
