package eu.mieux.chassis.eventlog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mieux.chassis.failpoint.Failpoint;
import eu.mieux.chassis.identity.Author;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.kafka.Topics;
import eu.mieux.chassis.outbox.OutboxRelay;
import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;
import eu.mieux.chassis.time.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Where every change is written down, in the transaction that makes it: one row in {@code event_log} for good, one in
 * {@code outbox_queue} until the broker has it.
 */
@ApplicationScoped
public class EventLog {

    private static final String INSERT_EVENT = """
            insert into event_log (id, aggregate_type, aggregate_id, version, type, payload, actor, address, traceparent,
                                   recorded_at)
            values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)""";
    private static final String QUEUE_EVENT = "insert into outbox_queue (event_id) values (?)";

    /** Of characters; even if each takes three bytes, and PostgreSQL spaces them out, the broker accepts it. */
    private static final int LONGEST_PAYLOAD = Topics.LARGEST_EVENT / 4;

    /** An aggregate as it is after a change, and what happened to it. */
    public record Happening(Aggregate aggregate, Event event) {}

    private final EntityManager entities;
    private final ObjectMapper json;
    private final Clock clock;
    private final OutboxRelay relay;
    private final TransactionSynchronizationRegistry transaction;

    EventLog(
            EntityManager entities,
            ObjectMapper json,
            Clock clock,
            OutboxRelay relay,
            TransactionSynchronizationRegistry transaction) {
        this.entities = entities;
        this.json = json;
        this.clock = clock;
        this.relay = relay;
        this.transaction = transaction;
    }

    public void append(Aggregate aggregate, Event event) {
        appendAll(List.of(new Happening(aggregate, event)));
    }

    /** Many at once, for imports; an aggregate may appear only once. */
    public void appendAll(List<Happening> happenings) {
        if (happenings.isEmpty()) {
            return;
        }
        // First, because it refuses where there is no transaction.
        wakeRelayAfterCommit();
        entities.unwrap(Session.class).doWork(connection -> write(connection, happenings));
    }

    private void write(Connection connection, List<Happening> happenings) throws SQLException {
        OffsetDateTime now = Time.now(clock).atOffset(ZoneOffset.UTC);
        Author actor = Caller.currentAuthor();
        String traceparent = TraceParent.current();
        try (PreparedStatement event = connection.prepareStatement(INSERT_EVENT);
                PreparedStatement queue = connection.prepareStatement(QUEUE_EVENT)) {
            for (Happening happening : happenings) {
                Aggregate aggregate = happening.aggregate();
                UUID id = Time.newId();
                event.setObject(1, id);
                event.setString(2, aggregate.aggregateType());
                event.setObject(3, aggregate.id());
                event.setLong(4, aggregate.version());
                event.setString(5, happening.event().type());
                event.setString(6, payload(aggregate));
                event.setString(7, actor.subject());
                event.setString(8, actor.address());
                event.setString(9, traceparent);
                event.setObject(10, now);
                event.addBatch();
                queue.setObject(1, id);
                queue.addBatch();
            }
            event.executeBatch();
            queue.executeBatch();
        }
    }

    private String payload(Aggregate aggregate) {
        try {
            String payload = json.writeValueAsString(aggregate.publicState());
            if (payload.length() > LONGEST_PAYLOAD) {
                throw new RecordTooLarge(aggregate);
            }
            return payload;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The public state of " + aggregate.aggregateType() + " is not JSON.", e);
        }
    }

    /** One record that no broker would take would stop all that queue behind it. */
    static final class RecordTooLarge extends Refusal {
        RecordTooLarge(Aggregate aggregate) {
            super(
                    Kind.TOO_LARGE,
                    "With this change the %s would be larger than can be published (%d characters); shorten it."
                            .formatted(aggregate.aggregateType(), LONGEST_PAYLOAD));
        }
    }

    private void wakeRelayAfterCommit() {
        if (transaction.getResource(EventLog.class) != null) {
            return;
        }
        transaction.putResource(EventLog.class, relay);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                Failpoint.reached("before-commit");
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    Failpoint.reached("after-commit");
                    relay.wake();
                }
            }
        });
    }
}
