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
import org.hibernate.exception.GenericJDBCException;

/** What is to be sent to a webhook now. */
@ApplicationScoped
class Waiting {

    private static final int BATCH = 256;

    /** What came behind one that was being parked just then. */
    private static final String PARK_BEHIND = """
            update webhook_delivery d set status = 'PARKED' where d.webhook_id = ? and d.status = 'PENDING' and exists (
                select from webhook_delivery e
                where e.webhook_id = d.webhook_id and e.subject = d.subject and e.position < d.position
                  and e.status = 'PARKED')""";

    private static final String TARGET = """
            select w.url, s.next_try_at is not null as failing,
                   array(select c.secret from webhook_secret c
                         where c.webhook_id = w.id and (c.until is null or c.until > clock_timestamp())
                         order by c.until desc nulls first) as secrets
            from webhook w join webhook_sending s on s.webhook_id = w.id
            where w.id = ? and w.state = 'ACTIVE' and (s.next_try_at is null or s.next_try_at <= clock_timestamp())""";

    /** The first of each record, those that were tried longest ago before all: one that never goes does not keep others back. */
    private static final String HEADS = """
            select position, event_id, body from webhook_delivery d
            where webhook_id = ? and status = 'PENDING' and due_at <= clock_timestamp() and not exists (
                select from webhook_delivery e
                where e.webhook_id = d.webhook_id and e.subject = d.subject and e.position < d.position
                  and e.status <> 'DELIVERED')
            order by attempted_at nulls first, position limit ?""";

    private final AgroalDataSource database;

    Waiting(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * One that is to be sent.
     *
     * @param position of the delivery
     */
    record Next(UUID webhook, long position, Posting.Letter letter) {}

    /** All of different records; one alone as long as the receiver fails; none when its time has not come. */
    List<Next> next(UUID webhook) {
        try (Connection connection = database.getConnection();
                PreparedStatement park = connection.prepareStatement(PARK_BEHIND);
                PreparedStatement target = connection.prepareStatement(TARGET);
                PreparedStatement heads = connection.prepareStatement(HEADS)) {
            park.setObject(1, webhook);
            park.executeUpdate();
            target.setObject(1, webhook);
            try (ResultSet row = target.executeQuery()) {
                if (!row.next()) {
                    return List.of();
                }
                heads.setObject(1, webhook);
                heads.setInt(2, row.getBoolean("failing") ? 1 : BATCH);
                return letters(
                        webhook,
                        row.getString("url"),
                        List.of((String[]) row.getArray("secrets").getArray()),
                        heads);
            }
        } catch (SQLException e) {
            throw new GenericJDBCException("What waits could not be read", e, HEADS);
        }
    }

    private static List<Next> letters(UUID webhook, String url, List<String> secrets, PreparedStatement heads)
            throws SQLException {
        List<Next> next = new ArrayList<>();
        try (ResultSet row = heads.executeQuery()) {
            while (row.next()) {
                next.add(new Next(
                        webhook,
                        row.getLong("position"),
                        new Posting.Letter(url, row.getString("event_id"), row.getString("body"), secrets)));
            }
        }
        return next;
    }
}
