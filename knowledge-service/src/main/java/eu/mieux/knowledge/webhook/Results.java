package eu.mieux.knowledge.webhook;

import eu.mieux.chassis.audit.AuditNotes;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hibernate.exception.GenericJDBCException;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what came of each try, and what follows from it. A failure may be the receiver's, which then is left alone until a
 * single delivery has gone through; or that of the one delivery, if others were taken since it was tried before: then it alone
 * is tried again later, and the others go on. What is refused (4xx) waits by itself, and another is tried at once: if that is refused
 * too, it is the receiver. A receiver that says it is busy is left alone, whatever was sent to it.
 */
@ApplicationScoped
class Results {

    private static final String ATTEMPT = """
            with tried as (
                update webhook_delivery
                set attempts = attempts + 1, attempted_at = clock_timestamp(), due_at = clock_timestamp()
                where position = ? returning position, attempts),
            forgotten as (
                delete from webhook_attempt a using tried t where a.delivery = t.position and a.number <= t.attempts - ?)
            insert into webhook_attempt (delivery, number, at, status, duration_ms, error, answer)
            select position, attempts, ?::timestamptz, ?::int, ?::bigint, ?::text, ?::text from tried""";

    private static final int ATTEMPTS_KEPT = 20;

    private static final String DELIVERED = """
            update webhook_delivery set status = 'DELIVERED', delivered_at = clock_timestamp()
            where position = ? and status <> 'DELIVERED'""";

    private static final String WELL = """
            update webhook_sending
            set failures = 0, failing_since = null, next_try_at = null, last_success_at = clock_timestamp()
            where webhook_id = ? and failures = ?""";

    /** The receiver has failed since this was read: what it then was given of time to recover, it keeps. */
    private static final String WELL_BUT_WAITING = """
            update webhook_sending set last_success_at = clock_timestamp() where webhook_id = ?""";

    private static final String STANDING = """
            select s.failures, d.refusals,
                   coalesce(s.last_success_at > d.attempted_at, false) as others_go,
                   coalesce(s.next_try_at > clock_timestamp(), false) as known_to_fail
            from webhook_sending s join webhook_delivery d on d.webhook_id = s.webhook_id
            where d.position = ? for update of s""";

    private static final String TRY_IT_LATER = """
            update webhook_delivery
            set refusals = refusals + 1, due_at = clock_timestamp() + ? * (0.9 + 0.1 * random()) * interval '1 millisecond'
            where position = ?""";

    private static final String TRY_ALL_LATER = """
            update webhook_sending
            set failures = failures + 1, failing_since = coalesce(failing_since, clock_timestamp()),
                next_try_at = clock_timestamp() + ? * (0.9 + 0.1 * random()) * interval '1 millisecond'
            where webhook_id = ?""";

    private static final String PARK_ONE =
            "update webhook_delivery set status = 'PARKED' where position = ? and status = 'PENDING'";

    private static final String PARK_OLD = """
            update webhook_delivery set status = 'PARKED'
            where webhook_id = ? and status = 'PENDING' and queued_at < clock_timestamp() - ? * interval '1 millisecond'""";

    private static final String PAUSE = """
            update webhook set state = 'PAUSED', paused_because = ?, version = version + 1
            where id = ? and state = 'ACTIVE' and version = ?""";

    private static final String GONE = "The receiver has answered 410: it is to be left alone.";

    private final AgroalDataSource database;
    private final AuditNotes notes;
    private final Schedule schedule;

    Results(AgroalDataSource database, AuditNotes notes, Schedule schedule) {
        this.database = database;
        this.notes = notes;
        this.schedule = schedule;
    }

    /** How it stands with a delivery that has failed once more. */
    private record Standing(int failures, int refusals, boolean othersGo, boolean knownToFail) {}

    /**
     * Locks the webhook before how it goes with it, and that before its deliveries, as whoever changes it does: two that wait for
     * each other would both be undone.
     */
    void keep(Waiting.Next sent, Outcome outcome) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = database.getConnection()) {
                if (outcome.isDelivered()) {
                    delivered(connection, sent, outcome);
                } else {
                    failed(connection, sent, outcome);
                }
            } catch (SQLException e) {
                throw new GenericJDBCException("What came of a delivery could not be kept", e, ATTEMPT);
            }
        });
    }

    private void delivered(Connection connection, Waiting.Next sent, Outcome outcome) throws SQLException {
        if (update(connection, WELL, sent.webhook(), sent.failures()) == 0) {
            update(connection, WELL_BUT_WAITING, sent.webhook());
        }
        attempt(connection, sent, outcome);
        update(connection, DELIVERED, sent.position());
    }

    private void failed(Connection connection, Waiting.Next sent, Outcome outcome) throws SQLException {
        if (outcome.isGone()) {
            pause(connection, sent);
        }
        Optional<Standing> found = standing(connection, sent);
        if (found.isEmpty()) {
            // Forgotten while it was sent.
            return;
        }
        Standing standing = found.get();
        attempt(connection, sent, outcome);
        if (!outcome.isGone()) {
            tryLater(connection, sent, outcome, standing);
        }
        update(connection, PARK_OLD, sent.webhook(), schedule.patience().toMillis());
    }

    private void tryLater(Connection connection, Waiting.Next sent, Outcome outcome, Standing standing)
            throws SQLException {
        if (standing.othersGo() && !outcome.isBusy()) {
            retryOrPark(connection, sent, standing);
        } else if (outcome.isRefusal() && standing.failures() == 0) {
            // Perhaps of this one alone: before the receiver is left alone it is asked for another.
            retryOrPark(connection, sent, standing);
            update(connection, TRY_ALL_LATER, 0L, sent.webhook());
        } else if (!standing.knownToFail()) {
            Duration wait = schedule.probe(standing.failures(), outcome.isBusy() ? outcome.retryAfter() : null);
            update(connection, TRY_ALL_LATER, wait.toMillis(), sent.webhook());
        }
    }

    private void retryOrPark(Connection connection, Waiting.Next sent, Standing standing) throws SQLException {
        Optional<Duration> retry = schedule.retry(standing.refusals());
        if (retry.isPresent()) {
            update(connection, TRY_IT_LATER, retry.get().toMillis(), sent.position());
        } else {
            update(connection, PARK_ONE, sent.position());
        }
    }

    private void pause(Connection connection, Waiting.Next sent) throws SQLException {
        if (update(connection, PAUSE, GONE, sent.webhook(), sent.version()) == 1) {
            notes.done("webhook", sent.webhook(), "paused, for it answered 410");
        }
    }

    private static Optional<Standing> standing(Connection connection, Waiting.Next sent) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(STANDING)) {
            query.setLong(1, sent.position());
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Standing(
                                row.getInt("failures"),
                                row.getInt("refusals"),
                                row.getBoolean("others_go"),
                                row.getBoolean("known_to_fail")))
                        : Optional.empty();
            }
        }
    }

    private static void attempt(Connection connection, Waiting.Next sent, Outcome outcome) throws SQLException {
        update(
                connection,
                ATTEMPT,
                sent.position(),
                ATTEMPTS_KEPT,
                outcome.at().atOffset(ZoneOffset.UTC),
                outcome.status(),
                outcome.took().toMillis(),
                outcome.error(),
                outcome.answer());
    }

    private static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }
}
