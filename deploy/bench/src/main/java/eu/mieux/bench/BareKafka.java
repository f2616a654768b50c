package eu.mieux.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The least that a fact must go through between two databases: insert and commit, send, poll, insert and commit. No outbox, no
 * inbox, no projection; nothing would survive a crash.
 */
final class BareKafka {

    private static final String TOPIC = "bench.bare";
    private static final int PARTITIONS = 4;
    private static final String INSERT = "insert into bench.bare values (?, ?)";
    private static final byte[] VALUE = new byte[500];
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Suite suite;

    BareKafka(Suite suite) {
        this.suite = suite;
    }

    void prepare() throws SQLException, IOException, InterruptedException, ExecutionException {
        for (String database : List.of("implementation", "monitoring")) {
            try (Connection connection = suite.connect(database)) {
                connection.createStatement().execute("create schema if not exists bench");
                connection
                        .createStatement()
                        .execute("create table bench.bare (id uuid primary key, value bytea not null)");
            }
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", suite.kafka()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    /** Milliseconds from commit to commit, ascending. */
    List<Double> measure(Pace pace) throws SQLException, IOException, InterruptedException, ExecutionException {
        try (Connection from = suite.connect("implementation");
                Connection to = suite.connect("monitoring");
                KafkaConsumer<String, byte[]> consumer = consumer();
                ExecutorService side = Executors.newVirtualThreadPerTaskExecutor()) {
            from.createStatement().execute("truncate bench.bare");
            to.createStatement().execute("truncate bench.bare");
            Future<?> consuming = side.submit(() -> consume(consumer, to, pace.beats()));
            produce(from, pace);
            consuming.get();
            String query = "select id::text, pg_xact_commit_timestamp(xmin) from bench.bare";
            return Commits.read(from, query).millisecondsTo(Commits.read(to, query));
        }
    }

    private void produce(Connection connection, Pace pace) throws SQLException {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", suite.kafka(), "acks", "all", "enable.idempotence", true, "linger.ms", 0);
        try (KafkaProducer<String, byte[]> producer =
                        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            pace.run(_ -> {
                UUID id = UUID.randomUUID();
                insert(insert, id, VALUE);
                Future<?> _ = producer.send(new ProducerRecord<>(TOPIC, id.toString(), VALUE));
            });
        }
    }

    /** At the end of every partition: what comes from now on is read, and nothing else. */
    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", suite.kafka(), "enable.auto.commit", false, "fetch.min.bytes", 1);
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(number -> new TopicPartition(TOPIC, number))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }

    private static @Nullable Void consume(KafkaConsumer<String, byte[]> consumer, Connection connection, int expected)
            throws SQLException {
        connection.setAutoCommit(false);
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int arrived = 0; arrived < expected; ) {
                ConsumerRecords<String, byte[]> polled = consumer.poll(Duration.ofSeconds(1));
                for (ConsumerRecord<String, byte[]> record : polled) {
                    insert(insert, UUID.fromString(record.key()), record.value());
                }
                connection.commit();
                arrived += polled.count();
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("The bare loop lost records.");
                }
            }
        }
        connection.setAutoCommit(true);
        return null;
    }

    private static void insert(PreparedStatement insert, UUID id, byte[] value) {
        try {
            insert.setObject(1, id);
            insert.setBytes(2, value);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
