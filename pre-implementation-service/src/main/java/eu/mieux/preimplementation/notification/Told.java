package eu.mieux.preimplementation.notification;

import eu.mieux.chassis.time.Time;
import eu.mieux.preimplementation.mailing.MailOccasion;
import eu.mieux.preimplementation.mailing.Mails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Who was told of what, or is to be with the next digest. Works in the caller's transaction. */
@ApplicationScoped
class Told {

    private static final String TELL = """
            insert into notification (id, recipient_id, event_id, address, kind, about, matter, again, told_at)
            values (:id, :recipient, :event, :address, :kind, :about, :matter, :again, :now)
            on conflict (event_id, address, kind) do nothing""";

    /** Of what was told of this, the last counts: a deadline may come back to what it was. */
    private static final String LAST = """
            select matter from notification
            where about = :about and address = :address and kind = :kind order by told_at desc, id desc limit 1""";

    private static final String WAIT_FOR_DIGEST = """
            select distinct n.recipient_id from notification n
            where n.mail_id is null and n.told_at < :until
              and not exists (select from mail m where m.recipient_id = n.recipient_id and m.day = cast(:day as date))
            limit 100""";

    private static final String INTO_DIGEST = """
            update notification set mail_id = :mail where recipient_id = :recipient and mail_id is null and told_at < :until""";

    private static final String IN_MAIL = """
            select kind, about, bool_and(again) from notification where mail_id = :mail
            group by kind, about order by about, min(told_at), kind""";

    /**
     * A mail that is under way counts: it may have arrived. One that was written only after the cancellation was told of did not call
     * anybody, whatever else it said.
     */
    private static final String WAS_CALLED = """
            select exists (
                select from notification cancelled
                join notification called on called.about = cancelled.about
                    and (called.recipient_id = cancelled.recipient_id or called.address = cancelled.address)
                join mail m on m.id = called.mail_id
                where cancelled.about = :meeting and cancelled.recipient_id = :recipient
                  and cancelled.kind = 'MEETING_CANCELLED' and called.kind = 'MEETING_CONVENED'
                  and m.attempted_at < cancelled.told_at and (m.state = 'SENT' or m.leased_until is not null))""";

    private final EntityManager entities;
    private final Mails mails;
    private final Clock clock;

    Told(EntityManager entities, Mails mails, Clock clock) {
        this.entities = entities;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * What a mail tells of.
     *
     * @param about the request, comment or meeting, as its kind says
     * @param again whether all that is told of it is that it still waits, or has changed
     */
    record Matter(NotificationKind kind, UUID about, boolean again) {}

    /** The last that was told of it at this address. */
    Optional<String> last(Occasion occasion, String address) {
        return session()
                .createNativeQuery(LAST, String.class)
                .setParameter("about", occasion.about())
                .setParameter("address", address.toLowerCase(Locale.ROOT))
                .setParameter("kind", occasion.kind().name())
                .uniqueResultOptional();
    }

    /** At once, or with the next digest; once for an event. */
    void tell(Recipient recipient, String address, UUID event, Occasion occasion, String matter, boolean again) {
        UUID id = Time.newId();
        int added = session()
                .createNativeMutationQuery(TELL)
                .setParameter("id", id)
                .setParameter("recipient", recipient.id())
                .setParameter("event", event)
                .setParameter("address", address.toLowerCase(Locale.ROOT))
                .setParameter("kind", occasion.kind().name())
                .setParameter("about", occasion.about())
                .setParameter("matter", matter)
                .setParameter("again", again)
                .setParameter("now", Time.now(clock))
                .executeUpdate();
        if (added == 1 && recipient.delivery(occasion.kind()) == NotificationDelivery.AT_ONCE) {
            mails.queue(id, recipient.id(), MailOccasion.NOTIFICATION);
            session()
                    .createNativeMutationQuery("update notification set mail_id = id where id = :id")
                    .setParameter("id", id)
                    .executeUpdate();
        }
    }

    /** Whether a mail had called her to this meeting when she was to be told that it is cancelled. */
    boolean wasCalled(Recipient recipient, UUID meeting) {
        return session()
                .createNativeQuery(WAS_CALLED, Boolean.class)
                .setParameter("meeting", meeting)
                .setParameter("recipient", recipient.id())
                .getSingleResult();
    }

    List<UUID> waitForDigest(LocalDate day, Instant until) {
        return session()
                .createNativeQuery(WAIT_FOR_DIGEST, UUID.class)
                .setParameter("until", until)
                .setParameter("day", day.toString())
                .getResultList();
    }

    /** Two instances that do the same at the same moment make one digest. */
    void intoDigest(UUID recipient, LocalDate day, Instant until) {
        UUID mail = Time.newId();
        if (mails.queueDigest(mail, recipient, day)) {
            session()
                    .createNativeMutationQuery(INTO_DIGEST)
                    .setParameter("mail", mail)
                    .setParameter("recipient", recipient)
                    .setParameter("until", until)
                    .executeUpdate();
        }
    }

    /** In the order in which they were told, grouped by what they are about. */
    List<Matter> in(UUID mail) {
        return session()
                .createNativeQuery(IN_MAIL, Object[].class)
                .setParameter("mail", mail)
                .getResultStream()
                .map(row -> new Matter(NotificationKind.valueOf((String) row[0]), (UUID) row[1], (boolean) row[2]))
                .toList();
    }

    /** Who did it, by the subject of the token: not in the event, which goes to others. */
    String actorOf(UUID event) {
        return session()
                .createNativeQuery("select actor from event_log where id = :event", String.class)
                .setParameter("event", event)
                .uniqueResultOptional()
                .orElse("");
    }

    /** Whether people were told by mail of such things, or such people, by then; where nothing says since when, they always were. */
    boolean isAfterStart(String what, Instant time) {
        return session()
                .createNativeQuery(
                        "select not exists (select from mail_start where what = :what and at > :time)", Boolean.class)
                .setParameter("what", what)
                .setParameter("time", time)
                .getSingleResult();
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
