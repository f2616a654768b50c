package eu.mieux.knowledge.webhook;

import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Selection;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All webhooks, each caller's share of them by {@link WebhookPolicy}. */
@ApplicationScoped
class Webhooks implements PanacheRepositoryBase<Webhook, UUID> {

    private final WebhookPolicy policy;
    private final Caller caller;

    Webhooks(WebhookPolicy policy, Caller caller) {
        this.policy = policy;
        this.caller = caller;
    }

    Webhook get(String id) {
        return inSight().identified("w.id", id).get(getSession(), "webhook", id);
    }

    /** As {@link #get}, locked until the end of the transaction; deliveries may still be queued for it. */
    Webhook getForChange(String id) {
        return inSight().identified("w.id", id).getForChange(getSession(), "w", "webhook", id);
    }

    /** How many somebody has; until the end of the transaction nobody else makes one for her. */
    long countOf(String owner) {
        getSession()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(:lock, 0)) as text)", String.class)
                .setParameter("lock", "webhooks of " + owner)
                .getSingleResult();
        return count("owner = ?1 and not deleted", owner);
    }

    List<Webhook> page(@Nullable WebhookState state, Order<?> order, int limit) {
        return inSight().narrow("w.state = :state", "state", state).list(getSession(), order, limit);
    }

    private Selection<Webhook> inSight() {
        return Selection.of(Webhook.class, "select * from webhook w", caller.reach(policy))
                .with("not w.deleted", Map.of());
    }
}
