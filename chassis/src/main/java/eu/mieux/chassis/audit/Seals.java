package eu.mieux.chassis.audit;

import eu.mieux.chassis.time.Time;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.exception.GenericJDBCException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Closes each day of the audit trail with a digest that holds the one before: a hash chain. Whoever changes or removes what
 * was written down breaks the seal of its day, and whoever seals that day anew all later ones.
 */
@ApplicationScoped
class Seals {

    /** What is sealed is told to the log as well: it leads out of the reach of whoever could make all seals anew. */
    private static final Logger LOG = Logger.getLogger(Seals.class);

    /** The first day that is not sealed, if nothing that began on it is still being written. */
    private static final String NEXT = """
            select d.day from (
                select coalesce((select max(day) + 1 from audit_seal),
                                (select min(recorded_at at time zone 'UTC')::date from audit_trail)) as day) d
            where d.day < least(?, (now() at time zone 'UTC')::date) and not exists (
                select from pg_stat_activity a
                where a.datname = current_database() and a.pid <> pg_backend_pid()
                  and a.xact_start < (d.day + 1)::timestamp at time zone 'UTC')""";

    private static final String SEAL = "select entries, encode(digest, 'hex') from seal_audit_day(?, ?)";

    private static final String PAGE = """
            select s.day, s.entries, encode(s.digest, 'hex') as digest, s.sealed_at,
                   s.entries = d.entries and s.digest = sha256(
                       coalesce((select digest from audit_seal b where b.day = s.day - 1), ''::bytea) || d.digest) as intact
            from audit_seal s, audit_day(s.day) d
            where s.day < ? order by s.day desc limit ?""";

    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('audit-seal'))";

    private final AgroalDataSource database;
    private final Clock clock;

    Seals(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(every = "{mieux.audit.sealing}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sealWhatIsOver() {
        sealUntil(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** Seals every day before this one that is not sealed yet; two instances of the service do not get in each other's way. */
    void sealUntil(LocalDate before) {
        boolean again = true;
        while (again) {
            again = QuarkusTransaction.requiringNew().call(() -> sealNext(before));
        }
    }

    /** The newest first, each looked at anew. */
    List<AuditSeal> page(LocalDate before, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(PAGE)) {
            query.setObject(1, before);
            query.setInt(2, limit);
            List<AuditSeal> seals = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    seals.add(new AuditSeal(
                            row.getObject("day", LocalDate.class),
                            row.getLong("entries"),
                            row.getString("digest"),
                            row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                            row.getBoolean("intact")));
                }
            }
            return seals;
        } catch (SQLException e) {
            throw new GenericJDBCException("The seals could not be read", e, PAGE);
        }
    }

    private boolean sealNext(LocalDate before) throws SQLException {
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement lock = connection.prepareStatement(ONE_AT_A_TIME)) {
                lock.execute();
            }
            LocalDate day = next(connection, before);
            if (day != null) {
                seal(connection, day);
            }
            return day != null;
        }
    }

    private static @Nullable LocalDate next(Connection connection, LocalDate before) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(NEXT)) {
            query.setObject(1, before);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getObject(1, LocalDate.class) : null;
            }
        }
    }

    private void seal(Connection connection, LocalDate day) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(SEAL)) {
            insert.setObject(1, day);
            insert.setObject(2, Time.now(clock).atOffset(ZoneOffset.UTC));
            try (ResultSet sealed = insert.executeQuery()) {
                sealed.next();
                LOG.infof(
                        "The audit trail of %s is sealed: %d entries, %s", day, sealed.getLong(1), sealed.getString(2));
            }
        }
    }
}
