package eu.mieux.preimplementation.mailing;

import eu.mieux.chassis.time.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where mails are queued, in the transaction of what makes them necessary. */
@ApplicationScoped
public class Mails {

    private static final String QUEUE = """
            insert into mail (id, recipient_id, occasion, day, queued_at, due_at)
            values (:id, :recipient, :occasion, cast(:day as date), :now, :now)
            on conflict (recipient_id, day) do nothing""";

    private final EntityManager entities;
    private final Clock clock;

    Mails(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    public void queue(UUID id, UUID recipient, MailOccasion occasion) {
        queue(id, recipient, occasion, null);
    }

    /** False when she has had the digest of this day. */
    public boolean queueDigest(UUID id, UUID recipient, LocalDate day) {
        return queue(id, recipient, MailOccasion.DIGEST, day);
    }

    private boolean queue(UUID id, UUID recipient, MailOccasion occasion, @Nullable LocalDate day) {
        Instant now = Time.now(clock);
        return entities.createNativeQuery(QUEUE)
                        .setParameter("id", id)
                        .setParameter("recipient", recipient)
                        .setParameter("occasion", occasion.name())
                        .setParameter("day", day == null ? null : day.toString())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }
}
