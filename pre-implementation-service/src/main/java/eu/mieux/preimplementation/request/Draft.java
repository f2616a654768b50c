package eu.mieux.preimplementation.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an authority asks for. A draft may have gaps; {@link Submitting} says which must be filled.
 *
 * @param title in one line
 * @param problem what the authority faces
 * @param support what it asks for
 * @param authorities keys of the asking authorities, the lead first
 * @param countries ISO 3166-1 alpha-2
 * @param themes codes of the list {@code themes}
 * @param languages ISO 639-1, the working languages
 * @param wishedStart when the support should begin
 */
@Schema(name = "RequestDraft")
record Draft(
        @NotBlank(message = "Give the request a title.") @Size(max = 300, message = "At most 300 characters.")
        String title,

        @Size(max = 20000, message = "At most 20,000 characters.") @Nullable
        String problem,

        @Size(max = 20000, message = "At most 20,000 characters.") @Nullable
        String support,

        @NotNull(message = "Name the asking authorities; an empty list will do for a draft.")
        @Size(max = 20, message = "At most 20 authorities.")
        List<String> authorities,

        @NotNull(message = "Name the countries; an empty list will do for a draft.")
        @Size(max = 60, message = "At most 60 countries.")
        List<String> countries,

        @NotNull(message = "Name the themes; an empty list will do for a draft.")
        @Size(max = 30, message = "At most 30 themes.")
        List<String> themes,

        @Size(max = 10, message = "At most 10 languages.") @Nullable
        List<String> languages,

        @Nullable LocalDate wishedStart) {

    /** The same of these authorities. */
    Draft by(List<String> others) {
        return new Draft(title, problem, support, others, countries, themes, languages, wishedStart);
    }

    List<String> spoken() {
        List<String> given = languages;
        return given == null ? List.of() : given;
    }
}
