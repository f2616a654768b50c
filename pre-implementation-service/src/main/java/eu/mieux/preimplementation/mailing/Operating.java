package eu.mieux.preimplementation.mailing;

import eu.mieux.chassis.audit.AuditNotes;
import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.NotFound;
import eu.mieux.chassis.problem.Refusal;
import eu.mieux.chassis.time.Time;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.GenericJDBCException;
import org.jspecify.annotations.Nullable;

/** Looking after the mails: which wait, which could not be sent, and sending those again. Whoever is shown an address is noted. */
@ApplicationScoped
@Transactional
class Operating {

    private static final String LINE = """
            select m.position, m.id, m.occasion, m.state, coalesce(r.address, r.unconfirmed) as address, r.language,
                   m.queued_at, m.due_at, m.attempts, m.attempted_at, m.sent_at, m.failure,
                   array(select distinct n.kind from notification n where n.mail_id = m.id order by 1) as kinds,
                   (select count(*) from notification n where n.mail_id = m.id) as matters
            from mail m join mail_recipient r on r.id = m.recipient_id where\s""";

    private static final String PAGE = LINE + """
            (?::text is null or m.state = ?) and m.position < ? order by m.position desc limit ?""";

    private static final String ONE = LINE + "m.id = ?";

    private static final String AGAIN = """
            update mail set state = 'QUEUED', queued_at = :now, due_at = :now, leased_until = null, attempts = 0
            where id = :id and state = 'PARKED'""";

    private final AgroalDataSource database;
    private final EntityManager entities;
    private final AuditNotes notes;
    private final Clock clock;

    Operating(AgroalDataSource database, EntityManager entities, AuditNotes notes, Clock clock) {
        this.database = database;
        this.entities = entities;
        this.notes = notes;
        this.clock = clock;
    }

    /** A line of the list at its place. */
    record Placed(long position, NotificationView mail) {}

    /** Newest first, with one more than is shown where there are more. */
    List<Placed> page(@Nullable MailState state, long before, int shown) {
        String name = state == null ? null : state.name();
        List<Placed> page = read(PAGE, name, name, before, shown + 1);
        noteReading("list", page.stream().limit(shown).toList());
        return page;
    }

    NotificationView get(UUID id) {
        List<Placed> found = read(ONE, id);
        if (found.isEmpty()) {
            throw new NotFound("notification", id);
        }
        noteReading("one", found);
        return found.getFirst().mail();
    }

    NotificationView sendAgain(UUID id) {
        MailState before = get(id).state();
        if (entities.createNativeQuery(AGAIN)
                        .setParameter("now", Time.now(clock))
                        .setParameter("id", id)
                        .executeUpdate()
                == 0) {
            throw new NotificationNotParked(before);
        }
        notes.done("notification", id, "sent again");
        return get(id);
    }

    private void noteReading(String occasion, List<Placed> read) {
        notes.shown(
                "notification",
                occasion,
                read.stream()
                        .map(line -> new AuditNotes.Subject(line.mail().id(), null))
                        .toList());
    }

    private List<Placed> read(String sql, @Nullable Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<Placed> page = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    page.add(new Placed(row.getLong("position"), NotificationView.of(row)));
                }
            }
            return page;
        } catch (SQLException e) {
            throw new GenericJDBCException("Mails could not be read", e, sql);
        }
    }

    static final class NotificationNotParked extends Refusal {
        NotificationNotParked(MailState state) {
            super(Kind.ILLEGAL_STEP, "Only what is PARKED is sent again; this one is %s.".formatted(state));
        }
    }
}
