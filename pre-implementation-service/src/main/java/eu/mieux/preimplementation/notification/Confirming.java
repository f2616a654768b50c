package eu.mieux.preimplementation.notification;

import eu.mieux.chassis.audit.AuditNotes;
import eu.mieux.chassis.time.Time;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.mailing.MailOccasion;
import eu.mieux.preimplementation.mailing.Mails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/**
 * That an address is hers who wants to be told there: she follows the link in a mail. How many such mails there are is limited, for
 * each person and each address, lest somebody fills other people's mailboxes with them.
 */
@ApplicationScoped
@Transactional
class Confirming {

    private static final Duration DAY = Duration.ofDays(1);

    private static final String LATELY = """
            select greatest(count(*) filter (where subject = :subject), count(*) filter (where lower(address) = lower(:address)))
            from mail_confirmation
            where asked_at > :since and (subject = :subject or lower(address) = lower(:address))""";

    private static final String ASK = """
            insert into mail_confirmation (id, subject, address, asked_at, expires_at)
            values (:id, :subject, :address, :now, :expires)""";

    private static final String TAKE = """
            update mail_confirmation set digests = digests || :digest where id = :id and expires_at > :now
            returning address, expires_at""";

    private static final String FIND = """
            select subject, address, digests from mail_confirmation where id = :id and expires_at > :now""";

    private final EntityManager entities;
    private final Recipients recipients;
    private final Mails mails;
    private final MailLinks links;
    private final AuditNotes notes;
    private final FacilityCalendar calendar;
    private final Clock clock;
    private final Duration good;
    private final int most;

    Confirming(
            EntityManager entities,
            Recipients recipients,
            Mails mails,
            MailLinks links,
            AuditNotes notes,
            FacilityCalendar calendar,
            Clock clock,
            @ConfigProperty(name = "mieux.mail.confirmation") Duration good,
            @ConfigProperty(name = "mieux.mail.confirmations-a-day") int most) {
        this.entities = entities;
        this.recipients = recipients;
        this.mails = mails;
        this.links = links;
        this.notes = notes;
        this.calendar = calendar;
        this.clock = clock;
        this.good = good;
        this.most = most;
    }

    /** Where to write, the link, and its last day. */
    record Asked(String address, String link, LocalDate until) {}

    void ask(Recipient recipient, String subject, String address) {
        Instant now = Time.now(clock);
        long lately = session()
                .createNativeQuery(LATELY, Long.class)
                .setParameter("subject", subject)
                .setParameter("address", address)
                .setParameter("since", now.minus(DAY))
                .getSingleResult();
        if (lately >= most) {
            throw new NotificationRefusals.TooManyConfirmations(most);
        }
        UUID mail = Time.newId();
        session()
                .createNativeMutationQuery(ASK)
                .setParameter("id", mail)
                .setParameter("subject", subject)
                .setParameter("address", address)
                .setParameter("now", now)
                .setParameter("expires", now.plus(good))
                .executeUpdate();
        mails.queue(mail, recipient.id(), MailOccasion.CONFIRMATION);
    }

    /** For the mail that is being written; empty when she wants another address by now, or it took too long. */
    Optional<Asked> write(UUID mail, Recipient recipient) {
        MailLinks.Confirmation confirmation = links.confirmation(mail);
        return session()
                .createNativeQuery(TAKE, Object[].class)
                .setParameter("digest", confirmation.digest())
                .setParameter("id", mail)
                .setParameter("now", Time.now(clock))
                .getResultStream()
                .findFirst()
                .filter(row -> row[0].equals(recipient.unconfirmed()))
                .map(row -> new Asked((String) row[0], links.to(confirmation), calendar.dayOf((Instant) row[1])));
    }

    /** Whose settings the link confirms; changes nothing. */
    Recipient look(String token) {
        return found(token).recipient();
    }

    /** Followed again, it is as before. */
    Recipient confirm(String token) {
        Found found = found(token);
        Recipient recipient = found.recipient();
        if (recipient.confirm(found.address(), Time.now(clock))) {
            notes.done(recipient.aggregateType(), recipient.id(), "address confirmed");
        }
        return recipient;
    }

    private record Found(Recipient recipient, String address) {}

    private Found found(String token) {
        MailLinks.Confirmation confirmation =
                MailLinks.confirmation(token).orElseThrow(NotificationRefusals.MailLinkUnknown::new);
        Object[] row = session()
                .createNativeQuery(FIND, Object[].class)
                .setParameter("id", confirmation.mail())
                .setParameter("now", Time.now(clock))
                .uniqueResultOptional()
                .filter(found -> Arrays.stream((byte[][]) found[2])
                        .anyMatch(digest -> MessageDigest.isEqual(digest, confirmation.digest())))
                .orElseThrow(NotificationRefusals.MailLinkUnknown::new);
        String address = (String) row[1];
        return recipients
                .ofSubjectForChange((String) row[0])
                .filter(recipient -> address.equals(recipient.unconfirmed()) || address.equals(recipient.address()))
                .map(recipient -> new Found(recipient, address))
                .orElseThrow(NotificationRefusals.MailLinkUnknown::new);
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
