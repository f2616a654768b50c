package eu.mieux.chassis.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mieux.chassis.text.Shortened;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
    @Schema(name = "ParkedRecord")
    record Parked(long id, String topic, int partition, long offset, String key, String reason, Instant parkedAt) {}

    private static final int LONGEST_KEY = 200;

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

    /**
     * The key as it is kept: the address of all that must wait together. Only records that are no events of ours have
     * keys that PostgreSQL could not keep, or not index.
     */
    static String key(ConsumerRecord<String, byte[]> record) {
        return Shortened.beginning(LONGEST_KEY, clean(String.valueOf(record.key())));
    }

    @Transactional
    public void park(ConsumerRecord<String, byte[]> record, String reason) {
        Map<String, @Nullable String> headers = new LinkedHashMap<>();
        record.headers()
                .forEach(h -> headers.put(
                        clean(h.key()),
                        h.value() == null ? null : clean(new String(h.value(), StandardCharsets.UTF_8))));
        String insert = """
                insert into parked_record (topic, partition, "offset", key, headers, value, reason, parked_at)
                values (?, ?, ?, ?, ?::jsonb, ?, ?, ?) on conflict do nothing""";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, record.topic());
            statement.setInt(2, record.partition());
            statement.setLong(3, record.offset());
            statement.setString(4, key(record));
            statement.setString(5, json.writeValueAsString(headers));
            statement.setBytes(6, record.value());
            statement.setString(7, clean(reason));
            statement.setObject(8, Time.now(clock).atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new Applying.ApplyingFailed(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Headers are not JSON.", e);
        }
    }

    /**
     * Parks a record behind those of its key. They are locked for it, so that a retry that releases the last of them at
     * this moment either is seen here, or sees this one.
     *
     * @return false when nothing of its key is parked any more
     */
    @Transactional
    public boolean parkBehind(ConsumerRecord<String, byte[]> record) {
        boolean blocked = ask(
                "select 1 from parked_record where topic = ? and key = ? for share",
                (statement, connection) -> {
                    statement.setString(1, record.topic());
                    statement.setString(2, key(record));
                },
                ResultSet::next);
        if (blocked) {
            park(record, "It follows a parked record of the same key.");
        }
        return blocked;
    }

    /** A record's place on the broker. */
    record Place(String topic, int partition, long offset) {
        static Place of(ConsumerRecord<String, byte[]> record) {
            return new Place(record.topic(), record.partition(), record.offset());
        }
    }

    /** Where on a topic the parked records are. */
    @Transactional
    public Set<Place> parkedOf(String topic) {
        return ask(
                "select partition, \"offset\" from parked_record where topic = ?",
                (statement, connection) -> statement.setString(1, topic),
                rows -> {
                    Set<Place> parked = new HashSet<>();
                    while (rows.next()) {
                        parked.add(new Place(topic, rows.getInt(1), rows.getLong(2)));
                    }
                    return parked;
                });
    }

    /** How many are parked of which topic; of those without any, nothing. */
    @Transactional
    public Map<String, Long> numbers() {
        return ask("select topic, count(*) from parked_record group by topic", (_, _) -> {}, rows -> {
            Map<String, Long> numbers = new HashMap<>();
            while (rows.next()) {
                numbers.put(rows.getString(1), rows.getLong(2));
            }
            return numbers;
        });
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

    /** Where a retry begins: the topic and key of the record with this id. */
    record Address(String topic, String key) {}

    @Transactional
    public Optional<Address> addressOf(long id) {
        return ask(
                "select topic, key from parked_record where id = ?",
                (statement, connection) -> statement.setLong(1, id),
                rows -> rows.next()
                        ? Optional.of(new Address(rows.getString(1), rows.getString(2)))
                        : Optional.empty());
    }

    /** The record that all others of its key wait for. */
    @Transactional
    public Optional<ConsumerRecord<String, byte[]>> oldest(Address address) {
        return ask(
                """
                select topic, partition, "offset", key, headers::text, value from parked_record
                where topic = ? and key = ? order by partition, "offset" limit 1""",
                (statement, connection) -> {
                    statement.setString(1, address.topic());
                    statement.setString(2, address.key());
                },
                rows -> rows.next() ? Optional.of(record(rows)) : Optional.empty());
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
            json.readValue(row.getString(5), new TypeReference<Map<String, @Nullable String>>() {})
                    .forEach((name, value) ->
                            headers.add(name, value == null ? null : value.getBytes(StandardCharsets.UTF_8)));
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
                Optional.empty());
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

    /** Text that PostgreSQL can keep. */
    private static String clean(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
