package eu.mieux.expert.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An expert as clients see her.
 *
 * @param languages ISO 639-1 and CEFR level: {@code fr:C1}
 * @param category as of now; a deployment keeps the one it was made under
 * @param contact how she is reached; there only for those who may see it ({@link ExpertPolicy})
 */
@Schema(name = "Expert")
record ExpertView(
        UUID id,
        long version,
        String key,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String gender,
        @Nullable String nationality,
        String category,
        @Nullable String background,
        @Nullable String institution,
        List<String> languages,
        List<String> themes,
        @Nullable LocalDate registeredOn,
        @Nullable String provenance,

        @Schema(description = "Only for the EMM, managers, auditors and herself")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Contact contact) {

    /** @param contactShown whether the viewer may see how she is reached */
    static ExpertView of(Expert expert, boolean contactShown) {
        Profile profile = expert.profile();
        return new ExpertView(
                expert.id(),
                expert.version(),
                expert.key(),
                profile.givenName(),
                profile.familyName(),
                profile.gender(),
                profile.nationality(),
                profile.standing().category(),
                profile.standing().background(),
                profile.institution(),
                profile.languages(),
                profile.themes(),
                profile.registeredOn(),
                profile.provenance(),
                contactShown ? expert.contact() : null);
    }
}
