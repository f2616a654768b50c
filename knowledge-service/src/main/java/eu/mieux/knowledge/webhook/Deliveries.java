package eu.mieux.knowledge.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mieux.chassis.problem.NotFound;
import eu.mieux.chassis.time.Time;
import eu.mieux.knowledge.feed.CloudEvent;
import eu.mieux.knowledge.webhook.DeliveryView.Attempt;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.GenericJDBCException;
import org.jspecify.annotations.Nullable;

/** The deliveries of each webhook, as they are queued, looked up and replayed. Works in the caller's transaction. */
@ApplicationScoped
class Deliveries {

    /** A webhook that is there stays until the end of the transaction. */
    private static final String QUEUE = """
            insert into webhook_delivery (id, webhook_id, event_id, type, subject, body)
            select n.id, w.id, ?, ?, ?, ?
            from unnest(?, ?) n (id, webhook) join webhook w on w.id = n.webhook where not w.deleted
            for key share of w
            on conflict (webhook_id, event_id) do nothing""";

    private static final String LINE = """
            select d.id, d.status, d.event_id, d.type, d.subject, d.created_at, d.delivered_at, d.attempts, d.attempted_at,
                   d.position, d.body, case when d.status = 'PENDING' then (
                       select e.id from webhook_delivery e
                       where e.webhook_id = d.webhook_id and e.subject = d.subject and e.position < d.position
                         and e.status <> 'DELIVERED'
                       order by e.position limit 1) end as waits_for
            from webhook_delivery d where d.webhook_id = ? and\s""";

    private static final String PAGE = LINE + """
            (?::text is null or d.status = ?) and d.position < ?
            order by d.position desc limit ?""";

    private static final String ONE = LINE + "d.id = ?";

    private static final String ATTEMPTS = """
            select number, at, duration_ms, status, error, answer from webhook_attempt
            where delivery = ? order by number desc""";

    private static final String AGAIN = """
            update webhook_delivery d set status = 'PENDING', queued_at = clock_timestamp(), due_at = clock_timestamp(),
                delivered_at = null, refusals = 0
            where d.webhook_id = ? and\s""";

    /** What is told of a record is told in order: with it goes all of its record that was not, before and behind it. */
    private static final String AGAIN_ONE = AGAIN + """
            (d.id = ? or (d.status <> 'DELIVERED' and d.subject = (
                select a.subject from webhook_delivery a where a.webhook_id = d.webhook_id and a.id = ?)))""";

    private static final String AGAIN_PARKED = AGAIN + """
            d.status <> 'DELIVERED' and d.subject in (
                select p.subject from webhook_delivery p where p.webhook_id = d.webhook_id and p.status = 'PARKED')""";

    private static final String AGAIN_SINCE = AGAIN + "d.created_at >= ?";

    /** As whoever writes down what came of a try: two that change the same deliveries would wait for each other. */
    private static final String LOCK = "select from webhook_sending where webhook_id = ? for no key update";

    private final AgroalDataSource database;
    private final ObjectMapper json;

    Deliveries(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A line of the log at its place. */
    record Placed(long position, DeliveryListed delivery) {}

    /** The id of the delivery. */
    UUID queueOne(CloudEvent event, UUID webhook) {
        return queue(event, List.of(webhook)).getFirst();
    }

    /** The ids of the deliveries, in the order of the webhooks. */
    List<UUID> queue(CloudEvent event, List<UUID> webhooks) {
        List<UUID> ids = webhooks.stream().map(_ -> Time.newId()).toList();
        return on(QUEUE, (connection, statement) -> {
            statement.setString(1, event.id());
            statement.setString(2, event.type());
            statement.setObject(3, event.subject());
            statement.setString(4, json.writeValueAsString(event));
            statement.setArray(5, connection.createArrayOf("uuid", ids.toArray()));
            statement.setArray(6, connection.createArrayOf("uuid", webhooks.toArray()));
            statement.executeUpdate();
            return ids;
        });
    }

    /** Newest first. */
    List<Placed> page(UUID webhook, @Nullable DeliveryStatus status, long before, int limit) {
        return on(PAGE, (_, statement) -> {
            String name = status == null ? null : status.name();
            statement.setObject(1, webhook);
            statement.setString(2, name);
            statement.setString(3, name);
            statement.setLong(4, before);
            statement.setInt(5, limit);
            List<Placed> page = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    page.add(new Placed(row.getLong("position"), DeliveryListed.of(row)));
                }
            }
            return page;
        });
    }

    DeliveryView get(UUID webhook, UUID id) {
        return on(ONE, (connection, statement) -> {
            statement.setObject(1, webhook);
            statement.setObject(2, id);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new NotFound("delivery", id);
                }
                DeliveryListed line = DeliveryListed.of(row);
                return new DeliveryView(
                        line.id(),
                        line.status(),
                        line.createdAt(),
                        line.deliveredAt(),
                        line.attempts(),
                        line.attemptedAt(),
                        line.waitsFor(),
                        json.readValue(row.getString("body"), CloudEvent.class),
                        attempts(connection, row.getLong("position")));
            }
        });
    }

    /** Sends this one again, and what of the same record was not delivered. */
    void replay(UUID webhook, UUID id) {
        lock(webhook);
        on(AGAIN_ONE, (_, statement) -> {
            statement.setObject(1, webhook);
            statement.setObject(2, id);
            statement.setObject(3, id);
            return statement.executeUpdate();
        });
    }

    /** @param since when they were made, delivered or not; null for all that are parked, and what waits behind them */
    int replaySince(UUID webhook, @Nullable Instant since) {
        lock(webhook);
        return on(since == null ? AGAIN_PARKED : AGAIN_SINCE, (_, statement) -> {
            statement.setObject(1, webhook);
            if (since != null) {
                statement.setObject(2, OffsetDateTime.ofInstant(since, ZoneOffset.UTC));
            }
            return statement.executeUpdate();
        });
    }

    private void lock(UUID webhook) {
        on(LOCK, (_, statement) -> {
            statement.setObject(1, webhook);
            return statement.execute();
        });
    }

    private static List<Attempt> attempts(Connection connection, long delivery) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ATTEMPTS)) {
            query.setLong(1, delivery);
            List<Attempt> attempts = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    attempts.add(new Attempt(
                            row.getInt("number"),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getLong("duration_ms"),
                            row.getObject("status", Integer.class),
                            row.getString("error"),
                            row.getString("answer")));
                }
            }
            return attempts;
        }
    }

    /** Something to do with a statement. */
    @FunctionalInterface
    private interface Work<R> {
        R with(Connection connection, PreparedStatement statement) throws SQLException, JsonProcessingException;
    }

    private <R> R on(String sql, Work<R> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.with(connection, statement);
        } catch (SQLException e) {
            throw new GenericJDBCException("Deliveries could not be read or queued", e, sql);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A CloudEvent is JSON.", e);
        }
    }
}
