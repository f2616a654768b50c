package eu.mieux.knowledge.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What deliveries are signed with. Works in the caller's transaction. */
@ApplicationScoped
class Secrets {

    static final String PREFIX = "whsec_";

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final EntityManager entities;
    private final Duration overlap;

    Secrets(EntityManager entities, @ConfigProperty(name = "mieux.webhooks.secret-overlap") Duration overlap) {
        this.entities = entities;
        this.overlap = overlap;
    }

    /** A new one; the one before signs for a while beside it, those before that no more. */
    String renew(UUID webhook) {
        update("delete from webhook_secret where webhook_id = ?1 and until is not null", webhook);
        update(
                "update webhook_secret set until = clock_timestamp() + ?2 * interval '1 millisecond' where webhook_id = ?1",
                webhook,
                overlap.toMillis());
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = PREFIX + Base64.getEncoder().encodeToString(bytes);
        update("insert into webhook_secret (webhook_id, secret) values (?1, ?2)", webhook, secret);
        return secret;
    }

    void forget(UUID webhook) {
        update("delete from webhook_secret where webhook_id = ?1", webhook);
    }

    private void update(String sql, Object... values) {
        var query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }
}
