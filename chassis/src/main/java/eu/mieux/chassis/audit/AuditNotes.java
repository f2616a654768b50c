package eu.mieux.chassis.audit;

import eu.mieux.chassis.eventlog.TraceParent;
import eu.mieux.chassis.identity.Author;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.time.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what is no event: who was shown whose personal data, and what operators did. In the caller's transaction, so
 * that nothing is shown or done that is not written down. Changes of records need no note: triggers keep them.
 */
@ApplicationScoped
@Transactional
public class AuditNotes {

    private static final String INSERT = """
            insert into audit_note (id, kind, what, record_type, record_id, record_key, actor, address, traceparent, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final EntityManager entities;
    private final Clock clock;

    AuditNotes(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** A record that is read or worked on, by its id, its natural key or both. */
    public record Subject(@Nullable UUID id, @Nullable String key) {}

    /**
     * The caller is shown the personal data of these.
     *
     * @param recordType {@code expert}
     * @param occasion how: {@code profile}, {@code list}
     */
    public void shown(String recordType, String occasion, Collection<Subject> records) {
        write("READ", occasion, recordType, records);
    }

    /** The same, of people whom other records name by their natural keys. */
    public void shown(String recordType, String occasion, Stream<String> keys) {
        shown(
                recordType,
                occasion,
                keys.distinct().map(key -> new Subject(null, key)).toList());
    }

    /** The caller is shown the personal data of all records of a type. */
    public void shownAll(String recordType, String occasion) {
        write("READ", occasion, recordType, List.of(new Subject(null, null)));
    }

    /** The caller has done this, by which no record that has events was changed. */
    public void done(String recordType, String key, String what) {
        write("DONE", what, recordType, List.of(new Subject(null, key)));
    }

    /** The caller has done this with a record that has no events; what it changed there is found with it. */
    public void done(String recordType, UUID id, String what) {
        done(recordType, new Subject(id, null), what);
    }

    /** As above, with a record that people call by its natural key. */
    public void done(String recordType, Subject record, String what) {
        write("DONE", what, recordType, List.of(record));
    }

    private void write(String kind, String what, String recordType, Collection<Subject> records) {
        entities.unwrap(Session.class).doWork(connection -> write(connection, kind, what, recordType, records));
    }

    private void write(Connection connection, String kind, String what, String recordType, Collection<Subject> records)
            throws SQLException {
        Author author = Caller.currentAuthor();
        OffsetDateTime now = Time.now(clock).atOffset(ZoneOffset.UTC);
        try (PreparedStatement note = connection.prepareStatement(INSERT)) {
            for (Subject record : records) {
                note.setObject(1, Time.newId());
                note.setString(2, kind);
                note.setString(3, what);
                note.setString(4, recordType);
                note.setObject(5, record.id());
                note.setString(6, record.key());
                note.setString(7, author.subject());
                note.setString(8, author.address());
                note.setString(9, TraceParent.current());
                note.setObject(10, now);
                note.addBatch();
            }
            note.executeBatch();
        }
    }
}
