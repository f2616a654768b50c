package eu.mieux.preimplementation.attachment;

import eu.mieux.chassis.time.Time;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/**
 * The objects in the bucket to which no attachment belongs: those that are on their way, and those whose attachment is gone. Each is
 * noted before it is put, and the note goes in the transaction that writes the attachment. So whatever breaks in between, no
 * attachment is without its object, and no object is forgotten: whose note stays is deleted after a while.
 */
@ApplicationScoped
class StrayObjects {

    private static final String NOTE = "insert into stray_object (id, delete_at) values (:id, :at)";
    private static final String ADOPT = "delete from stray_object where id = :id";
    private static final String DUE = """
            select id from stray_object where delete_at <= :now order by delete_at limit 1
            for update skip locked""";

    private final EntityManager entities;
    private final Bucket bucket;
    private final Clock clock;
    private final Duration patience;

    StrayObjects(
            EntityManager entities,
            Bucket bucket,
            Clock clock,
            @ConfigProperty(name = "mieux.attachments.patience") Duration patience) {
        this.entities = entities;
        this.bucket = bucket;
        this.clock = clock;
        this.patience = patience;
    }

    /** In a transaction of its own, before the object is put. */
    @Transactional
    void expect(UUID id) {
        note(id, now().plus(patience));
    }

    /**
     * Its attachment is written, in this transaction.
     *
     * @throws AttachmentRefusals.AttachmentsAway when it took so long that the object was deleted
     */
    void adopt(UUID id) {
        if (entities.createNativeQuery(ADOPT).setParameter("id", id).executeUpdate() == 0) {
            throw new AttachmentRefusals.AttachmentsAway();
        }
    }

    /** Its attachment is deleted, in this transaction. */
    void abandon(UUID id) {
        note(id, now());
    }

    /** One by one, each as soon as it is gone from the bucket; a bucket that is away is asked again at the next look. */
    @Scheduled(every = "{mieux.attachments.sweeping}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        if (!bucket.isThere()) {
            return;
        }
        try {
            boolean deleted = true;
            while (deleted) {
                deleted = QuarkusTransaction.requiringNew().call(this::deleteOne);
            }
        } catch (AttachmentRefusals.AttachmentsAway away) {
            // The bucket has said why.
            return;
        }
    }

    private boolean deleteOne() {
        Optional<UUID> due = entities.unwrap(Session.class)
                .createNativeQuery(DUE, UUID.class)
                .setParameter("now", now())
                .uniqueResultOptional();
        due.ifPresent(id -> {
            bucket.delete(BucketStore.key(id));
            entities.createNativeQuery(ADOPT).setParameter("id", id).executeUpdate();
        });
        return due.isPresent();
    }

    private void note(UUID id, Instant deleteAt) {
        entities.createNativeQuery(NOTE)
                .setParameter("id", id)
                .setParameter("at", deleteAt)
                .executeUpdate();
    }

    private Instant now() {
        return Time.now(clock);
    }
}
