package eu.mieux.preimplementation.authority;

import eu.mieux.preimplementation.mailing.Address;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers send with the names, focal points and mergers of authorities. */
final class AuthorityCommands {

    private static final String LONGEST = "At most 300 characters.";

    private AuthorityCommands() {}

    /**
     * What else an authority is called.
     *
     * @param language ISO 639-1, of the name
     * @param distinctFrom ids of authorities that are called alike, and are others
     */
    @Schema(name = "AuthorityAliasCommand")
    record Call(
            @NotBlank(message = "Give the name.") @Size(max = 300, message = LONGEST)
            String name,

            @Schema(examples = "fr") @Nullable String language,

            @Size(max = 50, message = "At most 50 authorities.") @Nullable
            List<@NotNull(message = "Name the authority.") UUID> distinctFrom) {

        Alias alias() {
            return new Alias(name, language);
        }

        List<UUID> confirmed() {
            List<UUID> given = distinctFrom;
            return given == null ? List.of() : given;
        }
    }

    /**
     * A focal point.
     *
     * @param function what she is at the authority
     * @param languages ISO 639-1, in which one may write to her
     */
    @Schema(name = "AuthorityContactCommand")
    record Reach(
            @NotBlank(message = "Give the person's name.") @Size(max = 300, message = LONGEST)
            String name,

            @Size(max = 300, message = LONGEST) @Nullable String function,

            @Email(message = Address.NONE, regexp = Address.IN_A_DOMAIN)
            @Size(max = 254, message = "At most 254 characters.")
            @Nullable
            String email,

            @Size(max = 50, message = "At most 50 characters.") @Nullable
            String phone,

            @Size(max = Contact.MOST_LANGUAGES, message = "At most 20 languages.") @Nullable
            List<@NotNull(message = "Name the language.") String> languages) {

        Contact contact() {
            return new Contact(name, function, email, phone, spoken());
        }

        List<String> spoken() {
            List<String> given = languages;
            return given == null ? List.of() : given;
        }
    }

    /**
     * Two authorities turned out to be one.
     *
     * @param into id or key of the one that goes on
     * @param reason why; for the history
     * @param acrossCountries that they are one although they are not of one country
     * @param acrossTypes that they are one although they are not of one type; what asked as the one asks as the other from now on
     */
    @Schema(name = "MergeAuthority")
    record Merge(
            @NotBlank(message = "Name the authority that goes on.")
            @Size(max = 200, message = "At most 200 characters.")
            String into,

            @NotBlank(message = "Say why they are one.") @Size(max = 5000, message = "At most 5,000 characters.")
            String reason,

            @Nullable Boolean acrossCountries,
            @Nullable Boolean acrossTypes) {}
}
