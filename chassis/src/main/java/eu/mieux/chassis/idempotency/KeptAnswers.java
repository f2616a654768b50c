package eu.mieux.chassis.idempotency;

import eu.mieux.chassis.time.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hibernate.Session;

/** The answers of the last day, each person's under keys of her own. Works in the caller's transaction. */
@ApplicationScoped
class KeptAnswers {

    private static final Duration KEPT = Duration.ofDays(1);

    private final EntityManager entities;
    private final Clock clock;

    KeptAnswers(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** False while another transaction works under the same key. */
    boolean isFirst(String subject, String key) {
        return (Boolean) entities.createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, "idempotency-key " + subject + " " + key)
                .getSingleResult();
    }

    Optional<KeptAnswer> find(String subject, String key) {
        return entities.unwrap(Session.class).doReturningWork(connection -> find(connection, subject, key));
    }

    private Optional<KeptAnswer> find(Connection connection, String subject, String key) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select fingerprint, status, location, etag, body from kept_answer
                where subject = ? and key = ? and kept_at > ?""")) {
            query.setString(1, subject);
            query.setString(2, key);
            query.setObject(3, now().minus(KEPT));
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new KeptAnswer(
                                row.getString(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5)))
                        : Optional.empty();
            }
        }
    }

    /** Each that is kept makes room for a few that are too old. */
    void keep(String subject, String key, KeptAnswer answer) {
        entities.unwrap(Session.class).doWork(connection -> {
            forget(connection);
            insert(connection, subject, key, answer);
        });
    }

    private void forget(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("""
                delete from kept_answer where (subject, key) in (
                    select subject, key from kept_answer where kept_at <= ? order by kept_at limit 10
                    for update skip locked)""")) {
            delete.setObject(1, now().minus(KEPT));
            delete.executeUpdate();
        }
    }

    private void insert(Connection connection, String subject, String key, KeptAnswer answer) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into kept_answer (subject, key, fingerprint, status, location, etag, body, kept_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (subject, key) do update set
                    fingerprint = excluded.fingerprint, status = excluded.status, location = excluded.location,
                    etag = excluded.etag, body = excluded.body, kept_at = excluded.kept_at""")) {
            insert.setString(1, subject);
            insert.setString(2, key);
            insert.setString(3, answer.fingerprint());
            insert.setInt(4, answer.status());
            insert.setString(5, answer.location());
            insert.setString(6, answer.etag());
            insert.setString(7, answer.body());
            insert.setObject(8, now());
            insert.executeUpdate();
        }
    }

    private OffsetDateTime now() {
        return Time.now(clock).atOffset(ZoneOffset.UTC);
    }
}
