package eu.mieux.chassis.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mieux.chassis.time.Time;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Where records wait that could not be applied, each with all that followed for its key. Nothing is dropped. */
@ApplicationScoped
class Parking {

    /**
     * A parked record as an operator sees it.
     *
     * @param id for retrying it
     * @param reason why it could not be applied
     */
    record Parked(long id, String topic, int partition, long offset, String key, String reason, Instant parkedAt) {}

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final Clock clock;

    Parking(AgroalDataSource database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** Of these keys of a topic, those with something parked: whatever follows must wait behind it. */
    @Transactional
    public Set<String> blocked(String topic, Set<String> keys) {
        return ask(
                "select distinct key from parked_record where topic = ? and key = any(?)",
                (statement, connection) -> {
                    statement.setString(1, topic);
                    statement.setArray(2, connection.createArrayOf("text", keys.toArray()));
                },
                rows -> {
                    Set<String> blocked = new HashSet<>();
                    while (rows.next()) {
                        blocked.add(rows.getString(1));
                    }
                    return blocked;
                });
    }

    @Transactional
    public void park(ConsumerRecord<String, byte[]> record, String reason) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        String insert = """
                insert into parked_record (topic, partition, "offset", key, headers, value, reason, parked_at)
                values (?, ?, ?, ?, ?::jsonb, ?, ?, ?) on conflict do nothing""";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, record.topic());
            statement.setInt(2, record.partition());
            statement.setLong(3, record.offset());
            statement.setString(4, String.valueOf(record.key()));
            statement.setString(5, json.writeValueAsString(headers).replace("\\u0000", ""));
            statement.setBytes(6, record.value());
            statement.setString(7, reason.replace('\0', ' '));
            statement.setObject(8, Time.now(clock).atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new Applying.ApplyingFailed(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Headers are not JSON.", e);
        }
    }

    @Transactional
    public boolean isParked(ConsumerRecord<String, byte[]> record) {
        return ask(
                "select 1 from parked_record where topic = ? and partition = ? and \"offset\" = ?",
                (statement, connection) -> {
                    statement.setString(1, record.topic());
                    statement.setInt(2, record.partition());
                    statement.setLong(3, record.offset());
                },
                ResultSet::next);
    }

    @Transactional
    public List<Parked> list(long after, int limit) {
        return ask(
                "select id, topic, partition, \"offset\", key, reason, parked_at from parked_record where id > ? order by id limit ?",
                (statement, connection) -> {
                    statement.setLong(1, after);
                    statement.setInt(2, limit);
                },
                rows -> {
                    List<Parked> parked = new ArrayList<>();
                    while (rows.next()) {
                        parked.add(new Parked(
                                rows.getLong(1),
                                rows.getString(2),
                                rows.getInt(3),
                                rows.getLong(4),
                                rows.getString(5),
                                rows.getString(6),
                                rows.getObject(7, OffsetDateTime.class).toInstant()));
                    }
                    return parked;
                });
    }

    /** The record with this id and all parked of the same topic and key, oldest first. */
    @Transactional
    public List<ConsumerRecord<String, byte[]>> withSameKey(long id) {
        return ask("""
                select p.topic, p.partition, p."offset", p.key, p.headers::text, p.value
                from parked_record p join parked_record asked on asked.topic = p.topic and asked.key = p.key
                where asked.id = ? order by p.partition, p.offset""", (statement, connection) -> statement.setLong(1, id), rows -> {
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (rows.next()) {
                records.add(record(rows));
            }
            return records;
        });
    }

    @Transactional
    public void release(ConsumerRecord<String, byte[]> record) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "delete from parked_record where topic = ? and partition = ? and \"offset\" = ?")) {
            statement.setString(1, record.topic());
            statement.setInt(2, record.partition());
            statement.setLong(3, record.offset());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new Applying.ApplyingFailed(e);
        }
    }

    private ConsumerRecord<String, byte[]> record(ResultSet row) throws SQLException {
        RecordHeaders headers = new RecordHeaders();
        try {
            json.readValue(row.getString(5), new TypeReference<Map<String, String>>() {})
                    .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Parked headers are not JSON.", e);
        }
        byte @Nullable [] value = row.getBytes(6);
        return new ConsumerRecord<>(
                row.getString(1),
                row.getInt(2),
                row.getLong(3),
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                0,
                value == null ? -1 : value.length,
                row.getString(4),
                value,
                headers,
                java.util.Optional.empty());
    }

    private interface Parameters {
        void set(PreparedStatement statement, Connection connection) throws SQLException;
    }

    private interface Answer<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private <T> T ask(String sql, Parameters parameters, Answer<T> answer) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.set(statement, connection);
            try (ResultSet rows = statement.executeQuery()) {
                return answer.read(rows);
            }
        } catch (SQLException e) {
            throw new Applying.ApplyingFailed(e);
        }
    }
}
