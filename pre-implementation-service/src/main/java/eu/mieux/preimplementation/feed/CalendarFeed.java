package eu.mieux.preimplementation.feed;

import eu.mieux.chassis.eventlog.Versioned;
import eu.mieux.chassis.time.Time;
import eu.mieux.preimplementation.deadline.DeadlineKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A link by which a calendar program reads what concerns a person. It never changes: who wants another makes it, and revokes this
 * one. It is no event: who made and revoked it is in the audit trail alone.
 */
@Entity
@Table(name = "calendar_feed")
class CalendarFeed implements Versioned {

    @Id
    private UUID id;

    @Column
    private long version;

    @Column
    private String owner;

    @Column
    private String name;

    @Column
    private String language;

    @Column(columnDefinition = "text[]")
    private List<String> kinds;

    @Column
    private String rights;

    @Column(name = "secret_hash")
    private String secretHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    CalendarFeed() {}

    /** @param rights what its owner may read now */
    CalendarFeed(
            String owner,
            String name,
            Locale language,
            List<DeadlineKind> kinds,
            String rights,
            Secret secret,
            Instant at) {
        this.id = Time.newId();
        this.version = 1;
        this.owner = owner;
        this.name = name;
        this.language = language.toLanguageTag();
        this.kinds = kinds.stream().distinct().map(Enum::name).toList();
        this.rights = rights;
        this.secretHash = secret.hash();
        this.createdAt = at;
    }

    /** None are all. */
    boolean tells(DeadlineKind kind) {
        return kinds.isEmpty() || kinds.contains(kind.name());
    }

    @Override
    public String aggregateType() {
        return "calendar-feed";
    }

    @Override
    public long version() {
        return version;
    }

    UUID id() {
        return id;
    }

    String owner() {
        return owner;
    }

    String name() {
        return name;
    }

    Locale language() {
        return Locale.forLanguageTag(language);
    }

    List<DeadlineKind> kinds() {
        return kinds.stream().map(DeadlineKind::valueOf).toList();
    }

    String rights() {
        return rights;
    }

    Instant createdAt() {
        return createdAt;
    }
}
