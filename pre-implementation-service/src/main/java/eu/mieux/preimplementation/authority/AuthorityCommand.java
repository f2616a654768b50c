package eu.mieux.preimplementation.authority;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an authority when it is registered or amended.
 *
 * @param name its official name
 * @param type what kind of institution it is
 * @param country ISO 3166-1 alpha-2; may be absent for a regional organisation only
 * @param regionalOrganisation the organisation's name, for a regional organisation only
 * @param distinctFrom ids of authorities that look like this one, and are others: needed once they were pointed out
 */
@Schema(name = "AuthorityCommand")
record AuthorityCommand(
        @NotBlank(message = "Give the authority's official name.") @Size(max = 300, message = "At most 300 characters.")
        String name,

        @NotNull(message = "Say what type of authority it is.")
        AuthorityType type,

        @Schema(examples = "CM") @Nullable String country,

        @Size(max = 300, message = "At most 300 characters.") @Nullable
        String regionalOrganisation,

        @Size(max = 50, message = "At most 50 authorities.") @Nullable
        List<@NotNull(message = "Name the authority.") UUID> distinctFrom) {

    List<UUID> confirmed() {
        List<UUID> given = distinctFrom;
        return given == null ? List.of() : given;
    }

    Authority.Facts facts(@Nullable String provenance) {
        return new Authority.Facts(name, type, country, regionalOrganisation, provenance);
    }
}
