package eu.mieux.chassis.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The broker as a test sees it: what a service has published, and what other services would publish. */
public final class Stream {

    /** A published event, its CloudEvents headers and its value as text. */
    public record Published(String key, Map<String, String> headers, String value) {
        public String type() {
            return header("ce_type");
        }

        public long version() {
            return Long.parseLong(header("ce_sequence"));
        }

        public String header(String name) {
            return Objects.requireNonNull(headers.get(name), () -> "The header " + name + " is missing.");
        }
    }

    private Stream() {}

    /** Everything on a topic now, each partition in order. */
    public static List<Published> published(String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", RealSuite.broker().bootstrapServers(), "auto.offset.reset", "earliest");
        List<Published> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
                    Map<String, String> headers = new HashMap<>();
                    record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
                    found.add(new Published(record.key(), headers, record.value()));
                }
            }
        }
        return found;
    }

    /** Publishes an event as its owner would. */
    public static void publish(String aggregateType, UUID id, long version, String type, String state) {
        publish(aggregateType, id, version, type, state, Map.of());
    }

    /** @param more headers beside those that every event has, by their names */
    public static void publish(
            String aggregateType, UUID id, long version, String type, String state, Map<String, String> more) {
        ProducerRecord<String, String> record = new ProducerRecord<>("mieux." + aggregateType, id.toString(), state);
        Map<String, String> headers = new HashMap<>(more);
        headers.putAll(Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_type",
                "eu.mieux." + type,
                "ce_source",
                "/test",
                "ce_subject",
                id.toString(),
                "ce_time",
                Instant.now().toString(),
                "ce_sequence",
                Long.toString(version)));
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        send(record);
    }

    /** Sends any record, poison too; the topic is created when it is not there. */
    public static void send(ProducerRecord<String, String> record) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", RealSuite.broker().bootstrapServers(), "acks", "all");
        try (Admin admin = Admin.create(settings);
                KafkaProducer<String, String> producer =
                        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            if (!admin.listTopics().names().get().contains(record.topic())) {
                admin.createTopics(List.of(new NewTopic(record.topic(), 4, (short) 1)))
                        .all()
                        .get();
            }
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The test's broker refused " + record.topic(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
