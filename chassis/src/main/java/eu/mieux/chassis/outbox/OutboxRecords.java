package eu.mieux.chassis.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mieux.chassis.kafka.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The outbox as CloudEvents 1.0 in Kafka's binary mode. */
@ApplicationScoped
class OutboxRecords {

    private static final String TYPE = "ce_type";
    private static final String TYPE_PREFIX = "eu.mieux.";

    private static final String NEXT = """
            select q.seq, e.id, e.aggregate_type, e.aggregate_id, e.version, e.type, e.payload, e.traceparent, e.recorded_at
            from (select seq, event_id from outbox_queue order by seq limit ?) q join event_log e on e.id = q.event_id
            order by q.seq""";

    /**
     * That records have left the queue need not be on the disk at once: after a crash of the database the last of them are
     * sent again, and their consumers know them.
     */
    private static final String DELETE = """
            with lazily as materialized (select set_config('synchronous_commit', 'off', true))
            delete from outbox_queue using lazily where seq = any(?)""";

    /** A record and its place in the queue. */
    record Queued(long seq, ProducerRecord<String, byte[]> record) {}

    private final String source;
    private final Audiences audiences;
    private final ObjectMapper json;

    OutboxRecords(
            @ConfigProperty(name = "quarkus.application.name") String application,
            Audiences audiences,
            ObjectMapper json) {
        this.source = "/" + application;
        this.audiences = audiences;
        this.json = json;
    }

    List<Queued> next(Connection connection, int limit) throws SQLException {
        List<Queued> batch = read(connection, limit);
        Map<String, List<Queued>> byTopic = batch.stream()
                .collect(Collectors.groupingBy(queued -> queued.record().topic()));
        for (Map.Entry<String, List<Queued>> topic : byTopic.entrySet()) {
            address(connection, Topics.aggregateType(topic.getKey()), topic.getValue());
        }
        return batch;
    }

    /** Says in each event who may hear of it, and where the record is read. */
    private void address(Connection connection, String aggregateType, List<Queued> batch) throws SQLException {
        Set<UUID> ids = batch.stream()
                .map(queued -> UUID.fromString(queued.record().key()))
                .collect(Collectors.toSet());
        Map<UUID, Audiences.Audience> told = audiences.of(connection, aggregateType, ids);
        for (Queued queued : batch) {
            Audiences.Audience audience =
                    told.get(UUID.fromString(queued.record().key()));
            if (audience != null) {
                header(queued.record().headers(), "ce_dataref", audience.path());
                header(queued.record().headers(), "ce_audience", text(audience.of(type(queued))));
            }
        }
    }

    private static String type(Queued queued) {
        byte[] type = queued.record().headers().lastHeader(TYPE).value();
        return new String(type, StandardCharsets.UTF_8).substring(TYPE_PREFIX.length());
    }

    private String text(Set<String> audience) {
        try {
            return json.writeValueAsString(audience);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A set of strings is JSON.", e);
        }
    }

    private List<Queued> read(Connection connection, int limit) throws SQLException {
        List<Queued> batch = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setInt(1, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    batch.add(new Queued(row.getLong("seq"), record(row)));
                }
            }
        }
        return batch;
    }

    /**
     * Cuts a batch where an aggregate comes again. The first of its events must be acknowledged before the second is
     * sent: a record that fails while a later one of the same aggregate arrives would reach consumers out of order, and
     * they would take it for a duplicate.
     */
    static List<List<Queued>> rounds(List<Queued> batch) {
        List<List<Queued>> rounds = new ArrayList<>();
        List<Queued> round = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Queued queued : batch) {
            if (!keys.add(queued.record().key())) {
                rounds.add(round);
                round = new ArrayList<>();
                keys.clear();
                keys.add(queued.record().key());
            }
            round.add(queued);
        }
        rounds.add(round);
        return rounds;
    }

    void delete(Connection connection, List<Queued> batch) throws SQLException {
        Object[] sequence = batch.stream().map(Queued::seq).toArray();
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setArray(1, connection.createArrayOf("bigint", sequence));
            statement.executeUpdate();
        }
    }

    private ProducerRecord<String, byte[]> record(ResultSet row) throws SQLException {
        String key = row.getString("aggregate_id");
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                Topics.of(row.getString("aggregate_type")),
                key,
                row.getString("payload").getBytes(StandardCharsets.UTF_8));
        Headers headers = record.headers();
        header(headers, "content-type", "application/json");
        header(headers, "ce_specversion", "1.0");
        header(headers, "ce_id", row.getString("id"));
        header(headers, TYPE, TYPE_PREFIX + row.getString("type"));
        header(headers, "ce_source", source);
        header(headers, "ce_subject", key);
        header(
                headers,
                "ce_time",
                row.getObject("recorded_at", OffsetDateTime.class).toInstant().toString());
        header(headers, "ce_sequence", row.getString("version"));
        header(headers, "traceparent", row.getString("traceparent"));
        return record;
    }

    private static void header(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
