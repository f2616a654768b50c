package eu.mieux.knowledge.media;

import eu.mieux.chassis.eventlog.Aggregate;
import eu.mieux.chassis.time.Time;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The facility was in the press, on air or on line. */
@Entity
@Table(name = "media_mention")
class MediaMention implements Aggregate {

    @Id
    private UUID id;

    @Column
    private long version;

    @Column
    private String key;

    @Column
    private @Nullable String outlet;

    @Column
    private @Nullable String country;

    @Column(name = "published_on")
    private @Nullable LocalDate publishedOn;

    @Column
    private @Nullable String title;

    @Column
    private @Nullable String provenance;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    MediaMention() {}

    @SuppressWarnings("NullAway.Init") // take() fills it.
    private MediaMention(String key) {
        this.id = Time.newId();
        this.key = key;
    }

    /** What is known of a mention besides its key; a portfolio may leave any of them unknown. */
    record Facts(
            @Nullable String outlet,
            @Nullable String country,
            @Nullable LocalDate publishedOn,
            @Nullable String title,
            @Nullable String provenance) {}

    static MediaMention recorded(String key, Facts facts) {
        MediaMention mention = new MediaMention(key);
        mention.take(facts);
        return mention;
    }

    /** Brings it to these facts; empty when that changes nothing. */
    Optional<MediaMentionEvent> amend(Facts facts) {
        if (facts().equals(facts)) {
            return Optional.empty();
        }
        take(facts);
        return Optional.of(new MediaMentionEvent.MediaMentionAmended());
    }

    private void take(Facts facts) {
        outlet = facts.outlet();
        country = facts.country();
        publishedOn = facts.publishedOn();
        title = facts.title();
        provenance = facts.provenance();
        version++;
    }

    Facts facts() {
        return new Facts(outlet, country, publishedOn, title, provenance);
    }

    @Override
    public String aggregateType() {
        return "media-mention";
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    String key() {
        return key;
    }

    @Override
    public MediaMentionState publicState() {
        return new MediaMentionState(id, key, country, publishedOn, provenance);
    }

    /** What other services may know of a mention ({@code contract/publishes/media-mention.schema.json}). */
    record MediaMentionState(
            UUID id,
            String key,
            @Nullable String country,
            @Nullable LocalDate publishedOn,
            @Nullable String provenance) {}
}
