package eu.mieux.preimplementation.notification;

import eu.mieux.chassis.audit.AuditNotes;
import eu.mieux.chassis.time.Time;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** All who are told by mail. Each sees her own settings and nobody else's. */
@ApplicationScoped
class Recipients implements PanacheRepositoryBase<Recipient, UUID> {

    private static final int SECRET_BYTES = 32;

    /** One who comes in between is no fault of the event that is told. */
    private static final String ADD_FOCAL_POINT = """
            insert into mail_recipient (id, version, address, language, daily, never, created_at)
            values (:id, 1, :address, :language, '{}', '{}', :now)
            on conflict (lower(address)) where subject is null do nothing""";

    private static final String ADD_SECRET = """
            insert into mail_secret (recipient_id, secret) values (:id, :secret) on conflict do nothing""";

    private final AuditNotes notes;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    Recipients(AuditNotes notes, Clock clock) {
        this.notes = notes;
        this.clock = clock;
    }

    Optional<Recipient> ofSubject(String subject) {
        return find("subject", subject).firstResultOptional();
    }

    Optional<Recipient> ofSubjectForChange(String subject) {
        return find("subject", subject).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    Optional<Recipient> forChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those with settings who are told what happened at this time. */
    List<Recipient> toldOf(Instant time) {
        return list("subject is not null and address is not null and since < ?1 order by id", time);
    }

    void add(Recipient recipient) {
        persistAndFlush(recipient);
        addSecret(recipient.id());
    }

    /** Who has confirmed this address is told by her own settings; else it is a focal point's, known from now on. */
    Recipient atAddress(String address, String language) {
        String lower = address.toLowerCase(Locale.ROOT);
        Optional<Recipient> found = find(
                        "lower(address) = ?1 order by case when subject is null then 1 else 0 end, id", lower)
                .firstResultOptional();
        return found.orElseGet(() -> addFocalPoint(address, language));
    }

    private Recipient addFocalPoint(String address, String language) {
        UUID id = Time.newId();
        int added = getEntityManager()
                .createNativeQuery(ADD_FOCAL_POINT)
                .setParameter("id", id)
                .setParameter("address", address)
                .setParameter("language", language)
                .setParameter("now", Time.now(clock))
                .executeUpdate();
        Recipient focalPoint = find("subject is null and lower(address) = ?1", address.toLowerCase(Locale.ROOT))
                .firstResult();
        if (added == 1) {
            addSecret(id);
            notes.done(focalPoint.aggregateType(), id, "focal point written to for the first time");
        }
        return focalPoint;
    }

    private void addSecret(UUID id) {
        byte[] secret = new byte[SECRET_BYTES];
        chance.nextBytes(secret);
        getEntityManager()
                .createNativeQuery(ADD_SECRET)
                .setParameter("id", id)
                .setParameter("secret", secret)
                .executeUpdate();
    }

    /** Signs the links by which she unsubscribes. */
    byte[] secretOf(UUID id) {
        return (byte[]) getEntityManager()
                .createNativeQuery("select secret from mail_secret where recipient_id = :id", byte[].class)
                .setParameter("id", id)
                .getSingleResult();
    }
}
