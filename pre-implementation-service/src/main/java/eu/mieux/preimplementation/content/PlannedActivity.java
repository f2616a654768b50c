package eu.mieux.preimplementation.content;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An Activity as planned.
 *
 * @param number its number within the Action, which is its place in the sequence
 * @param type code of the list {@code activity-types}
 * @param modality code of the list {@code modalities}
 * @param plannedMonth {@code YYYY-MM}
 * @param days how many working days it takes
 * @param country ISO 3166-1 alpha-2
 * @param experts whom it needs
 */
@Schema(name = "PlannedActivity")
public record PlannedActivity(
        @NotNull(message = "Number the Activity.")
        @Min(value = 1, message = "Activities count from 1.")
        @Max(value = 99, message = "At most 99.")
        Integer number,

        @NotNull(message = "Say what type of Activity it is.")
        String type,

        @NotBlank(message = "Give the Activity a title.") @Size(max = 300, message = "At most 300 characters.")
        String title,

        @NotNull(message = "Say whether it is on site, remote or both.")
        String modality,

        @Pattern(regexp = "(19|20|21)\\d{2}-(0[1-9]|1[0-2])", message = "Write the month as YYYY-MM.") @Nullable
        String plannedMonth,

        @Min(value = 1, message = "At least one day.") @Max(value = 365, message = "At most 365 days.") @Nullable
        Integer days,

        @Nullable String country,

        @Size(max = 200, message = "At most 200 characters.") @Nullable
        String city,

        @Size(max = 20, message = "At most 20 expert profiles.") @Nullable
        List<@NotNull(message = "Say whom the Activity needs.") @Valid ExpertProfile> experts) {

    public PlannedActivity {
        experts = Given.list(experts);
    }

    public List<ExpertProfile> needs() {
        return Given.list(experts);
    }
}
