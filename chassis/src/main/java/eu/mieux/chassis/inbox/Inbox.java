package eu.mieux.chassis.inbox;

import eu.mieux.chassis.failpoint.Failpoint;
import eu.mieux.chassis.kafka.Topics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Follows the topics of other services; offsets are committed only after what they stand for is in the database. */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** So long an instance may be without any partition before it says so. */
    private static final Duration UNASSIGNED = Duration.ofSeconds(30);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

    private final Topics topics;
    private final Applying applying;
    private final Consuming consuming;
    private final Lag lag;
    private final String group;
    private volatile boolean running;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
    private @Nullable Thread thread;

    Inbox(
            Topics topics,
            Applying applying,
            Consuming consuming,
            Lag lag,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.topics = topics;
        this.applying = applying;
        this.consuming = consuming;
        this.lag = lag;
        this.group = application;
    }

    void start(@Observes StartupEvent event) {
        if (!applying.followed().isEmpty()) {
            running = true;
            thread = Thread.ofPlatform().name("inbox").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        KafkaConsumer<String, byte[]> following = consumer;
        if (following != null) {
            following.wakeup();
        }
        Thread working = thread;
        if (working != null) {
            working.join(Duration.ofSeconds(8));
        }
    }

    /**
     * Waits until every event that is in the followed topics now has been applied or parked.
     *
     * @return false when that did not happen in time, or the broker is away
     */
    public boolean awaitCaughtUp(Duration atMost) throws InterruptedException {
        return awaitCaughtUp(atMost, false);
    }

    /**
     * Waits until every event that is in the followed topics now has been applied or parked, however many there are.
     *
     * @return false when nothing moved for a while, or the broker is away
     */
    public boolean awaitCaughtUpUnlessStill(Duration stillness) throws InterruptedException {
        return awaitCaughtUp(stillness, true);
    }

    /** @param renewed whether the wait begins anew with every event that is applied */
    private boolean awaitCaughtUp(Duration patience, boolean renewed) throws InterruptedException {
        List<String> followed = followedTopics();
        if (followed.isEmpty()) {
            return true;
        }
        long since = System.nanoTime();
        long answered = since;
        long behind = Long.MAX_VALUE;
        @Nullable Map<TopicPartition, Long> ends = null;
        try (Admin admin = topics.admin()) {
            while (System.nanoTime() - since < patience.toNanos()) {
                try {
                    ends = ends == null ? TopicEnds.of(admin, followed) : ends;
                    long left = behind(admin, ends);
                    if (left == 0) {
                        return true;
                    }
                    answered = System.nanoTime();
                    since = renewed && left < behind ? answered : since;
                    behind = left;
                } catch (ExecutionException e) {
                    // A topic that is about to be created is a matter of a second.
                    if (System.nanoTime() - answered > PATIENCE.toNanos()) {
                        LOG.warnf("Cannot ask the broker how far the topics reach: %s", e.getMessage());
                        return false;
                    }
                }
                Thread.sleep(Duration.ofMillis(20));
            }
            return false;
        } catch (KafkaException e) {
            LOG.warnf("Cannot ask the broker how far the topics reach: %s", e.getMessage());
            return false;
        }
    }

    private List<String> followedTopics() {
        return applying.followed().stream().map(Topics::of).toList();
    }

    /** How many offsets lie between what is applied and these ends. */
    private long behind(Admin admin, Map<TopicPartition, Long> ends) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream()
                .mapToLong(end -> {
                    OffsetAndMetadata at = committed.get(end.getKey());
                    return Math.max(0, end.getValue() - (at == null ? 0 : at.offset()));
                })
                .sum();
    }

    private void run() {
        while (running) {
            try (KafkaConsumer<String, byte[]> following = topics.consumer(group)) {
                topics.create(followedTopics());
                consumer = following;
                follow(following);
            } catch (WakeupException e) {
                LOG.debug("The inbox is told to stop.");
            } catch (ExecutionException | RuntimeException e) {
                LOG.warnf("The inbox waits: %s", e.getMessage());
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Error e) {
                // A thread that dies silently would leave a service that looks well and learns nothing any more.
                LOG.error("The inbox stumbled, and goes on", e);
                pause();
            } finally {
                consumer = null;
            }
        }
    }

    private void follow(KafkaConsumer<String, byte[]> following) {
        following.subscribe(followedTopics());
        long idleSince = System.nanoTime();
        while (running) {
            ConsumerRecords<String, byte[]> polled = following.poll(POLL);
            if (!following.assignment().isEmpty()) {
                idleSince = System.nanoTime();
            } else if (System.nanoTime() - idleSince > UNASSIGNED.toNanos()) {
                LOG.warn("The broker gives this instance nothing to follow: events of other services wait, unless"
                        + " other instances take them all.");
                idleSince = System.nanoTime();
                lag.handOver();
            }
            lag.received(polled);
            if (!polled.isEmpty()) {
                List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(polled.count());
                polled.forEach(records::add);
                consuming.take(records);
                Failpoint.reached("after-commit-before-offset");
                following.commitSync();
            }
            lag.applied(polled, following);
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
