package eu.mieux.preimplementation.mailing;

import eu.mieux.chassis.time.Time;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets mails that were sent long ago, with what they told, and confirmations that nobody can give any more. */
@ApplicationScoped
class Pruning {

    /** As many as one look takes; the next one takes the others. */
    private static final int BATCH = 1_000;

    private static final String OLD = """
            delete from mail where position in (
                select position from mail where queued_at < :before and state <> 'QUEUED' limit :batch
                for update skip locked)""";

    private static final String EXPIRED = "delete from mail_confirmation where expires_at < :now";

    private final EntityManager entities;
    private final Clock clock;
    private final Duration kept;

    Pruning(EntityManager entities, Clock clock, @ConfigProperty(name = "mieux.mail.kept") Duration kept) {
        this.entities = entities;
        this.clock = clock;
        this.kept = kept;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void prune() {
        entities.createNativeQuery(OLD)
                .setParameter("before", Time.now(clock).minus(kept))
                .setParameter("batch", BATCH)
                .executeUpdate();
        entities.createNativeQuery(EXPIRED).setParameter("now", Time.now(clock)).executeUpdate();
    }
}
