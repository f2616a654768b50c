package eu.mieux.preimplementation.authority;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An authority as clients see it.
 *
 * @param aliases what else it is called
 * @param contacts its focal points, for those who may see them; never in lists
 */
record AuthorityView(
        UUID id,
        long version,
        String key,
        String name,
        AuthorityType type,
        @Nullable String country,
        @Nullable String regionalOrganisation,

        @Schema(maxItems = 100) List<AliasView> aliases,

        @Schema(
                description =
                        "For officers of its region, managers, auditors and the authority's own partners; never in lists",
                maxItems = 100)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<ContactView> contacts,

        @Nullable String provenance) {

    /** What else it is called. */
    @Schema(name = "AuthorityAlias")
    record AliasView(
            UUID id,
            String name,

            @Schema(description = "ISO 639-1; null where nobody knows") @Nullable
            String language) {}

    /** A focal point. */
    @Schema(name = "AuthorityContact")
    record ContactView(
            UUID id,
            String name,
            @Nullable String function,
            @Nullable String email,
            @Nullable String phone,

            @Schema(maxItems = Contact.MOST_LANGUAGES) List<String> languages) {

        static ContactView of(Map.Entry<UUID, Contact> contact) {
            Contact whom = contact.getValue();
            return new ContactView(
                    contact.getKey(), whom.name(), whom.function(), whom.email(), whom.phone(), whom.languages());
        }
    }

    static AuthorityView of(Authority authority) {
        return of(authority, null);
    }

    static AuthorityView withContacts(Authority authority) {
        return of(
                authority,
                authority.contacts().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(ContactView::of)
                        .toList());
    }

    private static AuthorityView of(Authority authority, @Nullable List<ContactView> contacts) {
        Authority.Facts facts = authority.facts();
        return new AuthorityView(
                authority.id(),
                authority.version(),
                authority.key(),
                facts.name(),
                facts.type(),
                facts.country(),
                facts.regionalOrganisation(),
                authority.aliases().entrySet().stream()
                        .map(alias -> new AliasView(
                                alias.getKey(),
                                alias.getValue().name(),
                                alias.getValue().language()))
                        .sorted(Comparator.comparing(AliasView::name).thenComparing(AliasView::id))
                        .toList(),
                contacts,
                facts.provenance());
    }
}
