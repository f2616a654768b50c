package eu.mieux.chassis.outbox;

import eu.mieux.chassis.failpoint.Failpoint;
import eu.mieux.chassis.kafka.Topics;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries the outbox to the broker. One instance of a service does it at a time, the holder of a session advisory lock;
 * everything it reads and deletes goes over the very connection that holds the lock, so who has lost the lock can delete
 * nothing. A record is deleted only when acknowledged: it may be sent twice, it is never lost.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration POLL = Duration.ofMillis(100);
    /** Looking for what nobody told of takes at most one part in so many of the relay's time. */
    private static final int LOOKS_PART = 20;

    /**
     * Two rounds begin at least so far apart. Under load events gather meanwhile and travel together, here and to all who
     * follow; the first after a quiet moment waits for nothing.
     */
    private static final Duration RHYTHM = Duration.ofMillis(25);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);
    private static final long LOCK = 0x4D494555584F5554L; // "MIEUXOUT"
    private static final int BATCH = 1000;

    private final AgroalDataSource database;
    private final Topics topics;
    private final OutboxRecords records;
    private final boolean enabled;
    private final Semaphore wakeUp = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    OutboxRelay(
            AgroalDataSource database,
            Topics topics,
            OutboxRecords records,
            @ConfigProperty(name = "mieux.relay", defaultValue = "internal") String relay) {
        this.database = database;
        this.topics = topics;
        this.records = records;
        this.enabled = relay.equals("internal");
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            running = true;
            thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        Thread relaying = thread;
        if (relaying != null) {
            wake();
            relaying.join(Duration.ofSeconds(8));
        }
    }

    /** Says that something was committed; without it the next poll finds it. */
    public void wake() {
        if (wakeUp.availablePermits() == 0) {
            wakeUp.release();
        }
    }

    private void run() {
        while (running) {
            try (KafkaProducer<String, byte[]> producer = topics.producer()) {
                topics.createPublished();
                lead(producer);
            } catch (SQLException | ExecutionException | RuntimeException e) {
                LOG.warnf("The outbox waits: %s", e.getMessage());
                pause(PAUSE_AFTER_FAILURE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Error e) {
                // A thread that dies silently would leave a service that looks well and publishes nothing any more.
                LOG.error("The relay stumbled, and goes on", e);
                pause(PAUSE_AFTER_FAILURE);
            }
        }
    }

    private void lead(KafkaProducer<String, byte[]> producer)
            throws SQLException, ExecutionException, InterruptedException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            if (!tryLock(connection)) {
                awaitLock(connection);
                // The former leader may have records on the wire. Let its delivery time-out pass, lest an old
                // version of a record lands after a newer one and survives compaction in its place.
                pause(Topics.DELIVERY_TIMEOUT);
            }
            try {
                while (running) {
                    long started = System.nanoTime();
                    int carried = carry(connection, producer);
                    Duration took = Duration.ofNanos(System.nanoTime() - started);
                    if (carried < BATCH && awaitCommit(started, carried > 0 ? Duration.ZERO : took)) {
                        Failpoint.reached("before-relay-reads");
                    }
                }
            } finally {
                unlock(connection);
            }
        }
    }

    /**
     * Returns at the next commit, or when it is time to look all the same; false when it was not told of a commit.
     *
     * @param lastRound when the last round began
     * @param look how long it took to find nothing: a search through the rows of an import that is not committed yet takes
     *     its time, and is repeated the less often for it
     */
    private boolean awaitCommit(long lastRound, Duration look) throws InterruptedException {
        long pause = Math.max(POLL.toMillis(), look.toMillis() * LOOKS_PART);
        boolean told = wakeUp.tryAcquire(pause, TimeUnit.MILLISECONDS);
        Duration gathering = RHYTHM.minusNanos(System.nanoTime() - lastRound);
        if (told && gathering.isPositive()) {
            Thread.sleep(gathering);
        }
        wakeUp.drainPermits();
        return told;
    }

    private int carry(Connection connection, KafkaProducer<String, byte[]> producer)
            throws SQLException, ExecutionException, InterruptedException {
        List<OutboxRecords.Queued> batch = records.next(connection, BATCH);
        if (batch.isEmpty()) {
            return 0;
        }
        for (List<OutboxRecords.Queued> round : OutboxRecords.rounds(batch)) {
            Failpoint.reached("before-send");
            send(round, producer);
            Failpoint.reached("acked-but-not-deleted");
            records.delete(connection, round);
        }
        return batch.size();
    }

    private static void send(List<OutboxRecords.Queued> round, KafkaProducer<String, byte[]> producer)
            throws ExecutionException, InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>(round.size());
        for (OutboxRecords.Queued queued : round) {
            Future<RecordMetadata> acknowledgement = producer.send(queued.record());
            if (acknowledgement.isDone()) {
                // Refused before it left, as when the broker is away: the next would wait just as long for nothing.
                acknowledgement.get();
            }
            sent.add(acknowledgement);
        }
        producer.flush();
        Failpoint.reached("sent-but-ack-lost");
        for (Future<RecordMetadata> acknowledgement : sent) {
            acknowledgement.get();
        }
    }

    private static boolean tryLock(Connection connection) throws SQLException {
        return ask(connection, "select pg_try_advisory_lock(?)");
    }

    private void awaitLock(Connection connection) throws SQLException, InterruptedException {
        while (!tryLock(connection)) {
            if (!running) {
                throw new InterruptedException();
            }
            pause(PAUSE_AFTER_FAILURE);
        }
    }

    private static void unlock(Connection connection) {
        try {
            ask(connection, "select pg_advisory_unlock(?)");
        } catch (SQLException e) {
            LOG.debugf("The lock went with its connection: %s", e.getMessage());
        }
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setLong(1, LOCK);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
