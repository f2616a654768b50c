package eu.mieux.knowledge.webhook;

import eu.mieux.chassis.failpoint.Failpoint;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due. No transaction is open meanwhile: who dies between sending and writing it down has it sent again, under the
 * same id.
 */
@ApplicationScoped
class Sending {

    private static final Logger LOG = Logger.getLogger(Sending.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    /** Longer than a receiver has to answer. */
    private static final Duration FAREWELL = Duration.ofSeconds(12);

    private static final int WEBHOOKS_AT_ONCE = 16;
    /** Calls of the API need connections to the database too. */
    private static final int ASKING_AT_ONCE = 4;

    private final UUID me = UUID.randomUUID();
    private final Lease lease;
    private final Waiting waiting;
    private final Posting posting;
    private final Results results;
    private final Duration poll;
    private final int parallel;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(WEBHOOKS_AT_ONCE);
    private final Semaphore asking = new Semaphore(ASKING_AT_ONCE);
    /** Turns after which there may be more to send. */
    private final Semaphore turns = new Semaphore(0);

    private volatile boolean running;
    private @Nullable Thread thread;

    Sending(
            Lease lease,
            Waiting waiting,
            Posting posting,
            Results results,
            @ConfigProperty(name = "mieux.webhooks.poll") Duration poll,
            @ConfigProperty(name = "mieux.webhooks.parallel") int parallel) {
        this.lease = lease;
        this.waiting = waiting;
        this.posting = posting;
        this.results = results;
        this.poll = poll;
        this.parallel = parallel;
    }

    void start(@Observes StartupEvent event) {
        running = true;
        thread = Thread.ofVirtual().name("webhooks").start(this::run);
    }

    /** What is under way is let come to its end; what is not is sent by the next. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        Thread looking = thread;
        if (looking != null) {
            looking.interrupt();
            looking.join(FAREWELL);
        }
        threads.shutdown();
        if (!threads.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("A receiver takes its time: what was sent to it will be sent again.");
            threads.shutdownNow();
        }
    }

    private void run() {
        while (running) {
            try {
                look();
                turns.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS);
                turns.drainPermits();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warnf("Webhooks wait: %s", e.getMessage());
                pause();
            } catch (Error e) {
                // A thread that dies silently would leave a service that looks well and tells nobody any more.
                LOG.error("Webhooks stumbled, and go on", e);
                pause();
            }
        }
    }

    private void look() {
        int free = places.availablePermits();
        if (free == 0) {
            return;
        }
        for (Lease.Held held : lease.claim(me, free)) {
            places.acquireUninterruptibly();
            threads.execute(() -> serve(held));
        }
    }

    private void serve(Lease.Held held) {
        boolean well = false;
        try {
            well = turn(held);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warnf("Webhook %s waits: %s", held.webhook(), e.getMessage());
        } finally {
            places.release();
        }
        if (well) {
            turns.release();
        }
    }

    /** One batch, whatever else there is: others have their turn before the next. */
    private boolean turn(Lease.Held held) throws InterruptedException {
        try {
            List<Waiting.Next> next = waiting.next(held);
            return running && !next.isEmpty() && send(next, held);
        } finally {
            held.giveBack();
        }
    }

    /** Several at once; false when one of them has failed or the webhook is no longer to be sent for, and the others were left. */
    private boolean send(List<Waiting.Next> batch, Lease.Held held) throws InterruptedException {
        Queue<Waiting.Next> left = new ConcurrentLinkedQueue<>(batch);
        AtomicBoolean well = new AtomicBoolean(true);
        int senders = Math.min(parallel, batch.size());
        CountDownLatch done = new CountDownLatch(senders);
        for (int i = 0; i < senders; i++) {
            threads.execute(() -> {
                try {
                    sendEach(left, held, well);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    well.set(false);
                } catch (RuntimeException e) {
                    LOG.warnf("What came of a delivery is not known: %s", e.getMessage());
                    well.set(false);
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        return well.get();
    }

    private void sendEach(Queue<Waiting.Next> left, Lease.Held held, AtomicBoolean well) throws InterruptedException {
        for (Waiting.Next next = left.poll(); next != null && running && well.get(); next = left.poll()) {
            if (!asked(held::holds) || !isTaken(next)) {
                well.set(false);
            }
        }
    }

    private boolean isTaken(Waiting.Next next) throws InterruptedException {
        Outcome outcome = posting.send(next.letter());
        Failpoint.reached("webhook-sent");
        return asked(() -> {
            results.keep(next, outcome);
            return outcome.isDelivered();
        });
    }

    private boolean asked(BooleanSupplier database) throws InterruptedException {
        asking.acquire();
        try {
            return database.getAsBoolean();
        } finally {
            asking.release();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
