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

/** Who sends for a webhook: one at a time over all instances, for one turn, which ends when it is given back or takes too long. */
@ApplicationScoped
class Lease {

    /** However many webhooks somebody has, those of others need not wait for them. */
    private static final int AT_ONCE_FOR_AN_OWNER = 4;

    /** The last part of a turn is for what is under way by then. */
    private static final int LAST_PART = 3;

    /**
     * Webhooks for which something is due that nobody sends for, those that had their turn longest ago first. By the time at
     * which the statement began, for an index can be searched by that and not by a clock that goes on meanwhile.
     */
    private static final String CLAIM = """
            with ready as (
                select s.webhook_id, w.owner, w.version,
                       row_number() over (partition by w.owner order by s.leased_until nulls first) as of_owner
                from webhook_sending s join webhook w on w.id = s.webhook_id cross join lateral (
                    select from webhook_delivery d
                    where d.webhook_id = s.webhook_id and %s limit 1) something
                where w.state = 'ACTIVE'
                  and (s.leased_until is null or s.leased_until < statement_timestamp())
                  and (s.next_try_at is null or s.next_try_at <= statement_timestamp())),
            due as (
                select s.webhook_id, r.version from ready r join webhook_sending s on s.webhook_id = r.webhook_id
                where (s.leased_until is null or s.leased_until < statement_timestamp())
                  and r.of_owner <= ? - (
                      select count(*) from webhook_sending o join webhook w on w.id = o.webhook_id
                      where w.owner = r.owner and o.leased_by is not null and o.leased_until >= statement_timestamp())
                order by s.leased_until nulls first limit ? for no key update of s skip locked)
            update webhook_sending s set leased_by = ?, leased_until = clock_timestamp() + ? * interval '1 millisecond'
            from due where s.webhook_id = due.webhook_id returning s.webhook_id, due.version""".formatted(Waiting.IS_NEXT);

    private static final String HOLDS = """
            select from webhook_sending s join webhook w on w.id = s.webhook_id
            where s.webhook_id = ? and s.leased_by = ?
              and s.leased_until > clock_timestamp() + ? * interval '1 millisecond'
              and w.state = 'ACTIVE' and w.version = ?""";

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

    /**
     * One webhook, for one turn of one sender.
     *
     * @param version of the webhook: who changes it must not be told anything by what was said before
     */
    record Held(Lease lease, UUID webhook, long version, UUID sender) {

        /** To be asked before each thing that is sent; false when the turn is over, or the webhook was changed or deleted. */
        boolean holds() {
            return lease.holds(this);
        }

        void giveBack() {
            lease.giveBack(this);
        }
    }

    /** At most so many webhooks for this sender. */
    List<Held> claim(UUID sender, int most) {
        try (Connection connection = database.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setInt(1, AT_ONCE_FOR_AN_OWNER);
            claim.setInt(2, most);
            claim.setObject(3, sender);
            claim.setLong(4, length.toMillis());
            List<Held> claimed = new ArrayList<>();
            try (ResultSet row = claim.executeQuery()) {
                while (row.next()) {
                    claimed.add(new Held(this, row.getObject(1, UUID.class), row.getLong(2), sender));
                }
            }
            return claimed;
        } catch (SQLException e) {
            throw new GenericJDBCException("Webhooks could not be claimed", e, CLAIM);
        }
    }

    private boolean holds(Held held) {
        try (Connection connection = database.getConnection();
                PreparedStatement holds = connection.prepareStatement(HOLDS)) {
            holds.setObject(1, held.webhook());
            holds.setObject(2, held.sender());
            holds.setLong(3, length.dividedBy(LAST_PART).toMillis());
            holds.setLong(4, held.version());
            try (ResultSet row = holds.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new GenericJDBCException("It could not be read who sends for a webhook", e, HOLDS);
        }
    }

    private void giveBack(Held held) {
        try (Connection connection = database.getConnection();
                PreparedStatement giveBack = connection.prepareStatement(GIVE_BACK)) {
            giveBack.setObject(1, held.webhook());
            giveBack.setObject(2, held.sender());
            giveBack.executeUpdate();
        } catch (SQLException e) {
            throw new GenericJDBCException("A webhook could not be given back", e, GIVE_BACK);
        }
    }
}
