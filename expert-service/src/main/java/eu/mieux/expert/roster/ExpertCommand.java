package eu.mieux.expert.roster;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an expert when she is registered or her profile is amended; what is left out is unknown.
 *
 * @param givenName in any script
 * @param familyName in any script
 * @param gender one of the code list
 * @param nationality ISO 3166-1 alpha-2
 * @param category one of the code list
 * @param background one of the code list, for category OTHER only
 * @param institution where she works
 * @param languages ISO 639-1 and CEFR level
 * @param themes those of the code list
 * @param registeredOn today, or what it was, when left out
 * @param contact how she is reached
 */
@Schema(name = "ExpertCommand")
record ExpertCommand(
        @Size(max = 200, message = "At most 200 characters.") @Nullable
        String givenName,

        @Size(max = 200, message = "At most 200 characters.") @Nullable
        String familyName,

        @Schema(examples = "FEMALE") @Nullable String gender,
        @Schema(examples = "PT") @Nullable String nationality,

        @Schema(examples = "OTHER") @NotBlank(message = "Say which category the expert belongs to.")
        String category,

        @Schema(examples = "ACADEMIA") @Nullable String background,

        @Size(max = 300, message = "At most 300 characters.") @Nullable
        String institution,

        @Schema(examples = "[\"fr:C1\", \"en:B2\"]") @Size(max = 30, message = "At most 30 languages.") @Nullable
        List<@Nullable String> languages,

        @Schema(examples = "[\"ASYLUM\"]") @Size(max = 60, message = "At most 60 themes.") @Nullable
        List<@Nullable String> themes,

        @Nullable LocalDate registeredOn,

        @Schema(description = "How she is reached") @Valid @Nullable
        Contact contact) {

    List<@Nullable String> spoken() {
        List<@Nullable String> given = languages;
        return given == null ? List.of() : given;
    }

    Contact reached() {
        Contact given = contact;
        return given == null ? Contact.UNKNOWN : given;
    }

    List<@Nullable String> known() {
        List<@Nullable String> given = themes;
        return given == null ? List.of() : given;
    }
}
