package eu.mieux.chassis.inbox;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Since when the records wait that this instance has to apply, as far as it knows. What it could not apply goes on waiting, also
 * while it has lost the broker or the database.
 */
@Singleton
class Lag {

    private final Map<TopicPartition, Instant> since = new ConcurrentHashMap<>();
    private final Clock clock;

    Lag(Clock clock) {
        this.clock = clock;
    }

    /** Of the oldest record on a topic that is not applied, its age; zero when all are. */
    Duration of(String topic) {
        return since.entrySet().stream()
                .filter(waiting -> waiting.getKey().topic().equals(topic))
                .map(Map.Entry::getValue)
                .min(Instant::compareTo)
                .map(oldest -> Duration.between(oldest, clock.instant()))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    void received(ConsumerRecords<String, byte[]> records) {
        records.partitions()
                .forEach(partition ->
                        since.put(partition, sentAt(records.records(partition).getFirst())));
    }

    /** All of them, or parked. What is left on a partition came after its last record. */
    void applied(ConsumerRecords<String, byte[]> records, Consumer<String, byte[]> consumer) {
        Set<TopicPartition> own = consumer.assignment();
        if (!own.isEmpty()) {
            since.keySet().retainAll(own);
        }
        for (TopicPartition partition : own) {
            OptionalLong left = consumer.currentLag(partition);
            List<ConsumerRecord<String, byte[]>> applied = records.records(partition);
            if (left.isPresent() && left.getAsLong() == 0) {
                since.remove(partition);
            } else if (!applied.isEmpty()) {
                since.put(partition, sentAt(applied.getLast()));
            }
        }
    }

    /** Others have them all. */
    void handOver() {
        since.clear();
    }

    private static Instant sentAt(ConsumerRecord<String, byte[]> record) {
        return Instant.ofEpochMilli(record.timestamp());
    }
}
