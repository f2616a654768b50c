package eu.mieux.knowledge.webhook;

import eu.mieux.chassis.eventlog.Versioned;
import eu.mieux.chassis.time.Time;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody wants to be called when something happens. It is no event itself: its changes are in the audit trail alone. */
@Entity
@Table(name = "webhook")
class Webhook implements Versioned {

    @Id
    private UUID id;

    @Column
    private long version;

    @Column
    private String owner;

    @Column
    private String url;

    @Column(columnDefinition = "text[]")
    private List<String> types;

    @Column
    private @Nullable String description;

    @Column
    @Enumerated(EnumType.STRING)
    private WebhookState state;

    @Column(name = "paused_because")
    private @Nullable String pausedBecause;

    @Column
    private String rights;

    @Column(name = "secret_since")
    private Instant secretSince;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column
    private boolean deleted;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    Webhook() {}

    @SuppressWarnings("NullAway.Init") // change() fills it.
    private Webhook(String owner, Instant at) {
        this.id = Time.newId();
        this.owner = owner;
        this.createdAt = at;
        this.secretSince = at;
    }

    /** @param rights what its owner may read now */
    static Webhook made(WebhookCommand command, String owner, String rights, Instant at) {
        Webhook webhook = new Webhook(owner, at);
        webhook.change(command, rights);
        return webhook;
    }

    /** @param rights what its owner may read from now on */
    void change(WebhookCommand command, String rights) {
        url = command.url();
        types = command.typesAsked();
        description = command.description();
        state = command.stateAsked();
        pausedBecause = null;
        this.rights = rights;
        version++;
    }

    void secretRotated(Instant at) {
        secretSince = at;
        version++;
    }

    /** Nobody sees it any more, and as it is paused, nothing is sent to it. */
    void delete() {
        state = WebhookState.PAUSED;
        deleted = true;
        version++;
    }

    @Override
    public String aggregateType() {
        return "webhook";
    }

    UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    String owner() {
        return owner;
    }

    String url() {
        return url;
    }

    List<String> types() {
        return types;
    }

    @Nullable
    String description() {
        return description;
    }

    WebhookState state() {
        return state;
    }

    @Nullable
    String pausedBecause() {
        return pausedBecause;
    }

    String rights() {
        return rights;
    }

    Instant secretSince() {
        return secretSince;
    }

    Instant createdAt() {
        return createdAt;
    }
}
