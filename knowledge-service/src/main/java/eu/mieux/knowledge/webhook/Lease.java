package eu.mieux.knowledge.webhook;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.exception.GenericJDBCException;

/** Who sends for a webhook: one at a time over all instances, until it gives that back or has not been heard of for a while. */
@ApplicationScoped
class Lease {

    /** Webhooks for which something is due, that nobody sends for; what waits behind another of its record is not due. */
    private static final String CLAIM = """
            with due as (
                select s.webhook_id from webhook_sending s join webhook w on w.id = s.webhook_id
                where w.state = 'ACTIVE'
                  and (s.leased_until is null or s.leased_until < clock_timestamp())
                  and (s.next_try_at is null or s.next_try_at <= clock_timestamp())
                  and exists (
                      select from webhook_delivery d
                      where d.webhook_id = s.webhook_id and d.status = 'PENDING' and d.due_at <= clock_timestamp()
                        and not exists (
                            select from webhook_delivery e
                            where e.webhook_id = d.webhook_id and e.subject = d.subject and e.position < d.position
                              and e.status <> 'DELIVERED'))
                order by s.leased_until nulls first limit ? for no key update of s skip locked)
            update webhook_sending s set leased_by = ?, leased_until = clock_timestamp() + ? * interval '1 millisecond'
            from due where s.webhook_id = due.webhook_id returning s.webhook_id""";

    private static final String RENEW = """
            update webhook_sending set leased_until = clock_timestamp() + ? * interval '1 millisecond'
            where webhook_id = ? and leased_by = ?""";

    /** The time stays, so that those who waited longest come first. */
    private static final String GIVE_BACK = """
            update webhook_sending set leased_by = null, leased_until = clock_timestamp()
            where webhook_id = ? and leased_by = ?""";

    private final AgroalDataSource database;
    private final Duration length;

    Lease(AgroalDataSource database, @ConfigProperty(name = "mieux.webhooks.lease") Duration length) {
        this.database = database;
        this.length = length;
    }

    /** One webhook, for one sender. */
    static final class Held {

        private final Lease lease;
        private final UUID webhook;
        private final UUID sender;
        private final long renewal;
        private long renewed = System.nanoTime();

        private Held(Lease lease, UUID webhook, UUID sender, Duration renewal) {
            this.lease = lease;
            this.webhook = webhook;
            this.sender = sender;
            this.renewal = renewal.toNanos();
        }

        UUID webhook() {
            return webhook;
        }

        /** To be asked before each thing that is sent; false when another has taken over. */
        synchronized boolean holds() {
            long now = System.nanoTime();
            if (now - renewed < renewal) {
                return true;
            }
            renewed = now;
            return lease.renew(webhook, sender);
        }

        void giveBack() {
            lease.giveBack(webhook, sender);
        }
    }

    /** At most so many webhooks for this sender. */
    List<Held> claim(UUID sender, int most) {
        try (Connection connection = database.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setInt(1, most);
            claim.setObject(2, sender);
            claim.setLong(3, length.toMillis());
            List<Held> claimed = new ArrayList<>();
            try (ResultSet row = claim.executeQuery()) {
                while (row.next()) {
                    claimed.add(new Held(this, row.getObject(1, UUID.class), sender, length.dividedBy(3)));
                }
            }
            return claimed;
        } catch (SQLException e) {
            throw new GenericJDBCException("Webhooks could not be claimed", e, CLAIM);
        }
    }

    /** False when another has taken over. */
    private boolean renew(UUID webhook, UUID sender) {
        try (Connection connection = database.getConnection();
                PreparedStatement renew = connection.prepareStatement(RENEW)) {
            renew.setLong(1, length.toMillis());
            renew.setObject(2, webhook);
            renew.setObject(3, sender);
            return renew.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new GenericJDBCException("A webhook could not be claimed", e, RENEW);
        }
    }

    private void giveBack(UUID webhook, UUID sender) {
        try (Connection connection = database.getConnection();
                PreparedStatement giveBack = connection.prepareStatement(GIVE_BACK)) {
            giveBack.setObject(1, webhook);
            giveBack.setObject(2, sender);
            giveBack.executeUpdate();
        } catch (SQLException e) {
            throw new GenericJDBCException("A webhook could not be given back", e, GIVE_BACK);
        }
    }
}
