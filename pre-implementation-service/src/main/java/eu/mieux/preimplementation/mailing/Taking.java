package eu.mieux.preimplementation.mailing;

import eu.mieux.chassis.time.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Which mail is sent next, and what came of it. Each is a transaction of its own: none is open while a mail is sent. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class Taking {

    private static final String TAKE = """
            with next as (
                select position from mail
                where state = 'QUEUED' and due_at <= :now and (leased_until is null or leased_until < :now)
                order by due_at, position limit 1 for update skip locked)
            update mail m set leased_until = :until, attempts = attempts + 1, attempted_at = :now
            from next where m.position = next.position
            returning m.id, m.recipient_id, m.occasion, m.queued_at, m.attempts""";

    private static final String END = """
            update mail set state = :state, leased_until = null, failure = cast(:failure as text),
                sent_at = case when :state = 'SENT' then cast(:now as timestamptz) end
            where id = :id and state = 'QUEUED'""";

    private static final String LATER = """
            update mail set leased_until = null, failure = :failure, due_at = :later where id = :id and state = 'QUEUED'""";

    private final EntityManager entities;
    private final Schedule schedule;
    private final Clock clock;

    Taking(EntityManager entities, Schedule schedule, Clock clock) {
        this.entities = entities;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** A mail that nobody else sends meanwhile. */
    record Taken(UUID id, UUID recipient, MailOccasion occasion, Instant queuedAt, int attempts) {}

    Optional<Taken> next() {
        Instant now = Time.now(clock);
        return entities.unwrap(Session.class)
                .createNativeQuery(TAKE, Object[].class)
                .setParameter("now", now)
                .setParameter("until", now.plus(schedule.lease()))
                .getResultStream()
                .findFirst()
                .map(row -> new Taken(
                        (UUID) row[0], (UUID) row[1], MailOccasion.valueOf((String) row[2]), (Instant) row[3], (int)
                                row[4]));
    }

    boolean isTooOld(Taken mail) {
        return schedule.isTooOld(mail.queuedAt(), Time.now(clock));
    }

    void sent(Taken mail) {
        end(mail, MailState.SENT, null);
    }

    void dropped(Taken mail) {
        end(mail, MailState.DROPPED, null);
    }

    void failed(Taken mail, String why) {
        if (isTooOld(mail)) {
            end(mail, MailState.PARKED, why);
            return;
        }
        entities.createNativeQuery(LATER)
                .setParameter("failure", why)
                .setParameter("later", Time.now(clock).plus(schedule.pauseAfter(mail.attempts())))
                .setParameter("id", mail.id())
                .executeUpdate();
    }

    void parked(Taken mail, String why) {
        end(mail, MailState.PARKED, why);
    }

    private void end(Taken mail, MailState state, @Nullable String failure) {
        entities.createNativeQuery(END)
                .setParameter("state", state.name())
                .setParameter("failure", failure)
                .setParameter("now", Time.now(clock))
                .setParameter("id", mail.id())
                .executeUpdate();
    }
}
