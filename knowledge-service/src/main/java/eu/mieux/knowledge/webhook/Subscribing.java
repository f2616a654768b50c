package eu.mieux.knowledge.webhook;

import eu.mieux.chassis.audit.AuditNotes;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.time.Time;
import eu.mieux.knowledge.feed.CloudEvent;
import eu.mieux.knowledge.feed.EventTypes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Asking to be called, changing one's mind, and trying it out. */
@ApplicationScoped
@Transactional
class Subscribing {

    private static final String TESTED = "eu.mieux.webhook-tested";
    private static final String NOUN = "webhook";

    private final Webhooks webhooks;
    private final Secrets secrets;
    private final Rights rights;
    private final Looked looked;
    private final Deliveries deliveries;
    private final AuditNotes notes;
    private final EntityManager entities;
    private final Caller caller;
    private final Clock clock;
    private final int most;

    Subscribing(
            Webhooks webhooks,
            Secrets secrets,
            Rights rights,
            Looked looked,
            Deliveries deliveries,
            AuditNotes notes,
            EntityManager entities,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "mieux.webhooks.per-owner") int most) {
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.rights = rights;
        this.looked = looked;
        this.deliveries = deliveries;
        this.notes = notes;
        this.entities = entities;
        this.caller = caller;
        this.clock = clock;
        this.most = most;
    }

    /** A webhook, and what came of what was done to it. */
    record Done<T>(Webhook webhook, T what) {}

    /** With its secret, which is told once. */
    Done<String> make(WebhookCommand command) {
        check(command);
        String owner = subject();
        if (webhooks.countOf(owner) >= most) {
            throw new WebhookRefusals.TooManyWebhooks(most);
        }
        Webhook webhook = Webhook.made(command, owner, rights.now(), Time.now(clock));
        webhooks.persistAndFlush(webhook);
        execute("insert into webhook_sending (webhook_id) values (?1)", webhook.id());
        String secret = secrets.renew(webhook.id());
        noted(webhook, "made");
        return new Done<>(webhook, secret);
    }

    /** It hears what its owner may read: of somebody else who changes it, that says nothing. */
    Webhook change(String id, @Nullable String ifMatch, WebhookCommand command) {
        Webhook webhook = webhooks.getForChange(id);
        ETags.require(ifMatch, webhook);
        check(command);
        webhook.change(command, webhook.owner().equals(subject()) ? rights.now() : webhook.rights());
        webhooks.flush();
        startAfresh(webhook.id());
        noted(webhook, "changed");
        return webhook;
    }

    /** Its deliveries may be many: they are removed later, bit by bit. */
    void delete(String id, @Nullable String ifMatch) {
        Webhook webhook = webhooks.getForChange(id);
        ETags.require(ifMatch, webhook);
        noted(webhook, "deleted");
        webhook.delete();
        secrets.forget(webhook.id());
    }

    Done<String> rotate(String id, @Nullable String ifMatch) {
        Webhook webhook = forAct(id, ifMatch);
        webhook.secretRotated(Time.now(clock));
        String secret = secrets.renew(webhook.id());
        noted(webhook, "secret rotated");
        return new Done<>(webhook, secret);
    }

    /** Of no record: it waits for nothing but its turn. */
    Done<DeliveryView> test(String id, @Nullable String ifMatch) {
        Webhook webhook = forAct(id, ifMatch);
        if (webhook.state() == WebhookState.PAUSED) {
            throw new WebhookRefusals.WebhookPaused();
        }
        UUID event = Time.newId();
        tryNow(webhook.id());
        UUID delivery = deliveries.queueOne(
                new CloudEvent(
                        "1.0",
                        event.toString(),
                        "/knowledge",
                        TESTED,
                        event,
                        Time.now(clock),
                        Long.toString(webhook.version()),
                        "/api/v1/webhooks/" + webhook.id(),
                        null),
                webhook.id());
        noted(webhook, "tested");
        return new Done<>(webhook, deliveries.get(webhook.id(), delivery));
    }

    DeliveryView replay(String id, UUID delivery) {
        Webhook webhook = webhooks.getForChange(id);
        deliveries.get(webhook.id(), delivery);
        tryNow(webhook.id());
        deliveries.replay(webhook.id(), delivery);
        noted(webhook, "delivery %s replayed".formatted(delivery));
        return deliveries.get(webhook.id(), delivery);
    }

    Done<WebhookReplay.Replayed> replay(String id, @Nullable String ifMatch, WebhookReplay which) {
        Webhook webhook = forAct(id, ifMatch);
        tryNow(webhook.id());
        int replayed = deliveries.replaySince(webhook.id(), which.since());
        noted(webhook, which.since() == null ? "parked replayed" : "replayed since " + which.since());
        return new Done<>(webhook, new WebhookReplay.Replayed(replayed));
    }

    private Webhook forAct(String id, @Nullable String ifMatch) {
        Webhook webhook = webhooks.getForChange(id);
        ETags.honour(ifMatch, webhook);
        return webhook;
    }

    private void check(WebhookCommand command) {
        EventTypes.of("/types", command.typesAsked());
        looked.require(command.url());
    }

    /** What failed before says nothing of where it leads now; and what waited while it was paused has not waited in vain. */
    private void startAfresh(UUID webhook) {
        execute("""
                update webhook_sending set failures = 0, failing_since = null, next_try_at = null where webhook_id = ?1""", webhook);
        execute("""
                update webhook_delivery set queued_at = clock_timestamp(), due_at = clock_timestamp(), refusals = 0
                where webhook_id = ?1 and status = 'PENDING'""", webhook);
    }

    /** Whoever sends by hand thinks that the receiver is back: it is not waited for any longer. */
    private void tryNow(UUID webhook) {
        execute(
                "update webhook_sending set next_try_at = clock_timestamp() where webhook_id = ?1 and next_try_at is not null",
                webhook);
    }

    private void execute(String sql, UUID webhook) {
        entities.createNativeQuery(sql).setParameter(1, webhook).executeUpdate();
    }

    private void noted(Webhook webhook, String what) {
        notes.done(NOUN, webhook.id(), what);
    }

    private String subject() {
        return caller.claim(WebhookPolicy.SUBJECT).orElseGet(caller::subject);
    }
}
