package eu.mieux.chassis.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The broker's topics, one per kind of aggregate, compacted; and the clients that speak to them. */
@ApplicationScoped
public class Topics {

    /** How long a producer may try to deliver one record. */
    public static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(5);

    /** The largest event that is carried, in bytes; the broker's own default of 1 MB is less than a full record with its parts. */
    public static final int LARGEST_EVENT = 8 * 1024 * 1024;

    /** Room for key, headers and the batch around an event. */
    private static final int ENVELOPE = 64 * 1024;

    private static final String PREFIX = "mieux.";

    private final Connection connection;
    private final int partitions;
    private final short replication;
    private final long minCompactionLag;
    private final Optional<String> instance;
    private final List<String> published;

    Topics(
            Connection connection,
            @ConfigProperty(name = "mieux.topics.partitions") int partitions,
            @ConfigProperty(name = "mieux.topics.replication") short replication,
            @ConfigProperty(name = "mieux.topics.min-compaction-lag") long minCompactionLag,
            @ConfigProperty(name = "mieux.instance") Optional<String> instance,
            @ConfigProperty(name = "mieux.publishes") List<String> published) {
        this.connection = connection;
        this.partitions = partitions;
        this.replication = replication;
        this.minCompactionLag = minCompactionLag;
        this.instance = instance;
        this.published = published;
    }

    public static String of(String aggregateType) {
        return PREFIX + aggregateType;
    }

    public static String aggregateType(String topic) {
        return topic.substring(PREFIX.length());
    }

    /** Creates the topics that this service publishes (configuration {@code mieux.publishes}), where they are not there yet. */
    public void createPublished() throws ExecutionException, InterruptedException {
        create(published.stream().map(Topics::of).toList());
    }

    public void create(Collection<String> names) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            Set<String> there = admin.listTopics().names().get();
            List<NewTopic> missing = names.stream()
                    .filter(name -> !there.contains(name))
                    .map(name -> new NewTopic(name, partitions, replication)
                            .configs(Map.of(
                                    "cleanup.policy", "compact",
                                    "min.compaction.lag.ms", Long.toString(minCompactionLag),
                                    "max.message.bytes", Integer.toString(LARGEST_EVENT + ENVELOPE))))
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            // Two services, or two instances of one, may create the same topic at the same moment.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    public Admin admin() {
        Map<String, Object> settings = connection.settings();
        settings.put("request.timeout.ms", 5000);
        settings.put("default.api.timeout.ms", 6000);
        return Admin.create(settings);
    }

    public KafkaProducer<String, byte[]> producer() {
        Map<String, Object> settings = connection.settings();
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        // With more, a batch that fails on a partition whose leader is new can leave those after it
        // out of sequence until the delivery time-out passes.
        settings.put("max.in.flight.requests.per.connection", 1);
        // What is sent gathers until it is flushed, and leaves together.
        settings.put("linger.ms", 100);
        settings.put("batch.size", 65536);
        settings.put("max.request.size", LARGEST_EVENT + ENVELOPE);
        settings.put("request.timeout.ms", 4000);
        settings.put("delivery.timeout.ms", (int) DELIVERY_TIMEOUT.toMillis());
        settings.put("max.block.ms", 5000);
        settings.put("reconnect.backoff.max.ms", 500);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * A consumer of a group; offsets are committed by its user. An instance with a name of its own ({@code mieux.instance})
     * takes its partitions up again at once after a crash, instead of waiting until its former self is given up for dead.
     */
    public KafkaConsumer<String, byte[]> consumer(String group) {
        Map<String, Object> settings = consumerSettings();
        settings.put("group.id", group);
        settings.put("session.timeout.ms", 6000);
        settings.put("heartbeat.interval.ms", 1500);
        instance.ifPresent(name -> settings.put("group.instance.id", group + "-" + name));
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** A consumer without a group, for reading topics from their beginning. */
    public KafkaConsumer<String, byte[]> reader() {
        return new KafkaConsumer<>(consumerSettings(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> consumerSettings() {
        Map<String, Object> settings = connection.settings();
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("max.poll.records", 2000);
        settings.put("default.api.timeout.ms", 15000);
        settings.put("max.poll.interval.ms", 300000);
        settings.put("fetch.min.bytes", 1);
        settings.put("fetch.max.wait.ms", 500);
        settings.put("metadata.max.age.ms", 10000);
        settings.put("reconnect.backoff.max.ms", 500);
        settings.put("allow.auto.create.topics", false);
        return settings;
    }
}
