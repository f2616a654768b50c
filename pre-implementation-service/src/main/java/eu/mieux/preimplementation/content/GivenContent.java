package eu.mieux.preimplementation.content;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A version to save. What is absent is empty.
 *
 * @param region where the Action takes place: one of the request's countries, or where they lie in several also
 *     {@code INTERREGIONAL}; that of most of the request's countries when absent
 * @param pillar what it belongs to, by code list
 * @param themes what it is about, by code list; the request's when absent
 * @param objective the overall objective
 * @param objectiveIndicators how it is told whether the objective was reached
 * @param context context and institutional framework
 * @param outcomes the intervention logic below the objective
 * @param activities as planned; their numbers are unique
 * @param budget lines that add up
 * @param gender what the Action does about it
 * @param humanRights what the Action does about them
 * @param environment what the Action does about it
 * @param crossCutting what else cuts across
 * @param sdgTargets targets of the Sustainable Development Goals, codes of the list {@code sdg-targets}
 * @param visibility the visibility plan
 */
@Schema(name = "SaveActionFiche")
public record GivenContent(
        @Nullable String region,

        @NotNull(message = "Say which pillar the Action belongs to.")
        String pillar,

        @Size(max = 30, message = "At most 30 themes.") @Nullable
        List<String> themes,

        @Size(max = 5000, message = "At most 5,000 characters.") @Nullable
        String objective,

        @Size(max = 10, message = "At most 10 indicators.") @Nullable
        List<@NotNull(message = "Say what the indicator is.") @Valid Indicator> objectiveIndicators,

        @Size(max = 20000, message = LONG) @Nullable String context,

        @Size(max = 20, message = "At most 20 outcomes.") @Nullable
        List<@NotNull(message = "Say what the outcome is.") @Valid Outcome> outcomes,

        @Size(max = 50, message = "At most 50 Activities.") @Nullable
        List<@NotNull(message = "Say what the Activity is.") @Valid PlannedActivity> activities,

        @Size(max = 200, message = "At most 200 budget lines.") @Nullable
        List<@NotNull(message = "Say what the line is.") @Valid GivenBudgetLine> budget,

        @Size(max = 50, message = "At most 50 risks.") @Nullable
        List<@NotNull(message = "Say what the risk is.") @Valid Risk> risks,

        @Size(max = 20000, message = LONG) @Nullable String gender,

        @Size(max = 20000, message = LONG) @Nullable String humanRights,

        @Size(max = 20000, message = LONG) @Nullable String environment,

        @Size(max = 20000, message = LONG) @Nullable String crossCutting,

        @Size(max = 50, message = "At most 50 targets.") @Nullable
        List<
                        @NotNull(message = "Name the target.")
                        @Pattern(regexp = "\\d{1,2}\\.[0-9a-z]{1,2}", message = "Name the target as 10.7 or 10.c.")
                        String>
                sdgTargets,

        @Size(max = 20000, message = LONG) @Nullable String visibility) {

    private static final String LONG = "At most 20,000 characters.";

    List<PlannedActivity> planned() {
        return Given.list(activities);
    }

    List<GivenBudgetLine> budgeted() {
        return Given.list(budget);
    }
}
