package eu.mieux.preimplementation.content;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whom an Activity needs.
 *
 * @param profile what she should know and have done
 * @param positions how many such experts
 * @param languages codes of the list {@code languages}
 * @param days how many working days each
 */
@Schema(name = "ExpertProfile")
public record ExpertProfile(
        @NotBlank(message = "Say whom the Activity needs.")
        @Size(max = 1000, message = "At most 1,000 characters.")
        @Schema(examples = "Trainer on document security, from a border police")
        String profile,

        @NotNull(message = "Say how many such experts.")
        @Min(value = 1, message = "At least one.")
        @Max(value = 50, message = "At most 50.")
        Integer positions,

        @Size(max = 10, message = "At most 10 languages.") @Nullable @Schema(examples = "[\"es\"]")
        List<@NotNull(message = "Name the language.") @Size(max = 10, message = "At most 10 characters.") String>
                languages,

        @Min(value = 1, message = "At least one day.") @Max(value = 365, message = "At most 365 days.") @Nullable
        Integer days) {

    public ExpertProfile {
        languages = Given.list(languages);
    }

    public List<String> speaking() {
        return Given.list(languages);
    }
}
