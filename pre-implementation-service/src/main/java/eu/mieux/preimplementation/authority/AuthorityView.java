package eu.mieux.preimplementation.authority;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An authority as clients see it. */
record AuthorityView(
        UUID id,
        long version,
        String key,
        String name,
        AuthorityType type,
        @Nullable String country,
        @Nullable String regionalOrganisation,
        @Nullable String provenance) {

    static AuthorityView of(Authority authority) {
        Authority.Facts facts = authority.facts();
        return new AuthorityView(
                authority.id(),
                authority.version(),
                authority.key(),
                facts.name(),
                facts.type(),
                facts.country(),
                facts.regionalOrganisation(),
                facts.provenance());
    }
}
