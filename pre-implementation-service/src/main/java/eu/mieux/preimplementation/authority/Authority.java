package eu.mieux.preimplementation.authority;

import eu.mieux.chassis.eventlog.Aggregate;
import eu.mieux.chassis.time.Time;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An institution that can ask for support. */
@Entity
class Authority implements Aggregate {

    @Id
    private UUID id;

    @Column
    private long version;

    @Column
    private String key;

    @Column
    private String name;

    @Enumerated(EnumType.STRING)
    private AuthorityType type;

    @Column
    private @Nullable String country;

    @Column(name = "regional_organisation")
    private @Nullable String regionalOrganisation;

    @Column
    private @Nullable String provenance;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    Authority() {}

    @SuppressWarnings("NullAway.Init") // take() fills it.
    private Authority(String key) {
        this.id = Time.newId();
        this.key = key;
    }

    /** What is known of an authority besides its key. */
    record Facts(
            String name,
            AuthorityType type,
            @Nullable String country,
            @Nullable String regionalOrganisation,
            @Nullable String provenance) {}

    static Authority registered(String key, Facts facts) {
        Authority authority = new Authority(key);
        authority.take(facts);
        return authority;
    }

    /** Brings it to these facts; empty when that changes nothing. */
    Optional<AuthorityEvent> amend(Facts facts) {
        if (facts().equals(facts)) {
            return Optional.empty();
        }
        take(facts);
        return Optional.of(new AuthorityEvent.AuthorityAmended());
    }

    private void take(Facts facts) {
        name = facts.name();
        type = facts.type();
        country = facts.country();
        regionalOrganisation = facts.regionalOrganisation();
        provenance = facts.provenance();
        version++;
    }

    Facts facts() {
        return new Facts(name, type, country, regionalOrganisation, provenance);
    }

    @Override
    public String aggregateType() {
        return "authority";
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
    public AuthorityState publicState() {
        return new AuthorityState(id, key, name, type, country, regionalOrganisation, provenance);
    }

    /** What other services may know of an authority. */
    record AuthorityState(
            UUID id,
            String key,
            String name,
            AuthorityType type,
            @Nullable String country,
            @Nullable String regionalOrganisation,
            @Nullable String provenance) {}
}
