package eu.mieux.knowledge.webhook;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.exception.GenericJDBCException;

/** What is to be sent to a webhook now. */
@ApplicationScoped
class Waiting {

    /** So many rounds of calls side by side are a turn: then others have theirs. */
    private static final int ROUNDS = 4;

    /**
     * Of a delivery d: it is due, and no earlier one of its record is undelivered, be it parked. That is asked whenever something
     * is sent and written down nowhere, so that nobody who parks or replays one has others to tell.
     */
    static final String IS_NEXT = """
            d.status = 'PENDING' and d.due_at <= statement_timestamp() and d.position = (
                select min(e.position) from webhook_delivery e
                where e.webhook_id = d.webhook_id and e.subject = d.subject and e.status <> 'DELIVERED')""";

    private static final String TARGET = """
            select w.url, s.failures, s.next_try_at is not null as failing,
                   array(select c.secret from webhook_secret c
                         where c.webhook_id = w.id and (c.until is null or c.until > clock_timestamp())
                         order by c.until desc nulls first) as secrets
            from webhook w join webhook_sending s on s.webhook_id = w.id
            where w.id = ? and w.version = ? and w.state = 'ACTIVE'
              and (s.next_try_at is null or s.next_try_at <= clock_timestamp())""";

    /** Those that were tried come after those that were not: one that never goes does not keep others back. */
    private static final String HEADS = """
            select d.position, d.event_id, d.body from webhook_delivery d where d.webhook_id = ? and %s
            order by d.due_at, d.position limit ?""".formatted(IS_NEXT);

    private final AgroalDataSource database;
    private final int most;

    Waiting(AgroalDataSource database, @ConfigProperty(name = "mieux.webhooks.parallel") int parallel) {
        this.database = database;
        this.most = ROUNDS * parallel;
    }

    /**
     * One that is to be sent.
     *
     * @param version of the webhook that it is sent to
     * @param failures of its receiver in a row, when this was read
     * @param position of the delivery
     */
    record Next(UUID webhook, long version, int failures, long position, Posting.Letter letter) {}

    /** All of different records; one alone as long as the receiver fails; none when its time has not come. */
    List<Next> next(Lease.Held held) {
        try (Connection connection = database.getConnection();
                PreparedStatement target = connection.prepareStatement(TARGET);
                PreparedStatement heads = connection.prepareStatement(HEADS)) {
            target.setObject(1, held.webhook());
            target.setLong(2, held.version());
            try (ResultSet row = target.executeQuery()) {
                if (!row.next()) {
                    return List.of();
                }
                heads.setObject(1, held.webhook());
                heads.setInt(2, row.getBoolean("failing") ? 1 : most);
                return letters(held, row, heads);
            }
        } catch (SQLException e) {
            throw new GenericJDBCException("What waits could not be read", e, HEADS);
        }
    }

    private static List<Next> letters(Lease.Held held, ResultSet target, PreparedStatement heads) throws SQLException {
        String url = target.getString("url");
        int failures = target.getInt("failures");
        List<String> secrets = List.of((String[]) target.getArray("secrets").getArray());
        List<Next> next = new ArrayList<>();
        try (ResultSet row = heads.executeQuery()) {
            while (row.next()) {
                next.add(new Next(
                        held.webhook(),
                        held.version(),
                        failures,
                        row.getLong("position"),
                        new Posting.Letter(url, row.getString("event_id"), row.getString("body"), secrets)));
            }
        }
        return next;
    }
}
