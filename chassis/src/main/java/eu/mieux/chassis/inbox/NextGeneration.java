package eu.mieux.chassis.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Fills the generation of the projections that is being built. It leaves out what is parked, and what cannot be applied:
 * the live consumer has dealt with such a record, or will when it comes to it.
 */
@ApplicationScoped
class NextGeneration {

    private static final Logger LOG = Logger.getLogger(NextGeneration.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Applying applying;
    private final Parking parking;
    private final ObjectMapper json;

    NextGeneration(Applying applying, Parking parking, ObjectMapper json) {
        this.applying = applying;
        this.parking = parking;
        this.json = json;
    }

    Reading reading(KafkaConsumer<String, byte[]> reader) {
        return new Reading(reader);
    }

    /** One pass over the topics, in as many steps as it takes. */
    final class Reading {

        private final KafkaConsumer<String, byte[]> reader;

        private Reading(KafkaConsumer<String, byte[]> reader) {
            this.reader = reader;
        }

        /** Reads on until here. */
        void to(Map<TopicPartition, Long> ends) {
            Set<TopicPartition> more = new HashSet<>(ends.keySet());
            more.removeAll(reader.assignment());
            if (!more.isEmpty()) {
                // Partitions that had no record when the reading began.
                Set<TopicPartition> all = new HashSet<>(reader.assignment());
                all.addAll(more);
                reader.assign(all);
                reader.seekToBeginning(more);
            }
            Set<Parking.Place> parked = new HashSet<>();
            ends.keySet().stream()
                    .map(TopicPartition::topic)
                    .distinct()
                    .forEach(t -> parked.addAll(parking.parkedOf(t)));
            long heard = System.nanoTime();
            while (ends.entrySet().stream().anyMatch(e -> reader.position(e.getKey()) < e.getValue())) {
                List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
                reader.poll(POLL).forEach(records::add);
                if (!records.isEmpty()) {
                    heard = System.nanoTime();
                    records.removeIf(r -> parked.contains(Parking.Place.of(r)));
                    take(records);
                } else if (System.nanoTime() - heard > PATIENCE.toNanos()) {
                    throw new TimeoutException("The topics do not answer any more.");
                }
            }
        }

        private void take(List<ConsumerRecord<String, byte[]>> records) {
            if (records.isEmpty()) {
                return;
            }
            try {
                applying.next(
                        records.stream().map(r -> ReceivedEvent.of(r, json)).toList());
            } catch (RuntimeException e) {
                DatabaseAway.rethrow(e);
                records.forEach(this::takeOne);
            }
        }

        private void takeOne(ConsumerRecord<String, byte[]> record) {
            try {
                applying.next(List.of(ReceivedEvent.of(record, json)));
            } catch (RuntimeException e) {
                DatabaseAway.rethrow(e);
                LOG.warnf(
                        "Left out of the rebuild: %s-%d@%d: %s",
                        record.topic(), record.partition(), record.offset(), e.getMessage());
            }
        }
    }
}
