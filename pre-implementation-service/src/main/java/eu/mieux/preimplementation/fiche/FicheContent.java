package eu.mieux.preimplementation.fiche;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a fiche says: one version of it, as it is kept.
 *
 * @param region where the Action takes place, by code list
 * @param pillar what it belongs to, by code list
 * @param themes what it is about, by code list
 * @param objective the overall objective
 * @param context context and institutional framework
 * @param outcomes the intervention logic below the objective
 * @param activities as planned, in the order given
 * @param crossCutting gender, human rights, environment
 * @param sdgTargets targets of the Sustainable Development Goals ({@code 10.7})
 * @param visibility the visibility plan
 */
record FicheContent(
        String region,
        String pillar,
        List<String> themes,
        @Nullable String objective,
        @Nullable String context,
        List<Outcome> outcomes,
        List<PlannedActivity> activities,
        List<BudgetLine> budget,
        List<Risk> risks,
        @Nullable String crossCutting,
        List<String> sdgTargets,
        @Nullable String visibility) {

    /** A change that the Action should bring about, and what it hands over to get there. */
    @Schema(name = "Outcome")
    record Outcome(
            @NotBlank(message = "Say what the outcome is.") @Size(max = 2000, message = "At most 2,000 characters.")
            String statement,

            @Size(max = 20, message = "At most 20 outputs.") @Nullable
            List<@NotNull(message = "Say what the output is.") @Valid Output> outputs) {}

    /** What is there when the Action is over. */
    @Schema(name = "Output")
    record Output(
            @NotBlank(message = "Say what the output is.") @Size(max = 2000, message = "At most 2,000 characters.")
            String statement) {}

    /**
     * An Activity as planned.
     *
     * @param number its number within the Action
     * @param type code of the list {@code activity-types}
     * @param modality code of the list {@code modalities}
     * @param plannedMonth {@code YYYY-MM}
     * @param days how many working days it takes
     * @param country ISO 3166-1 alpha-2
     */
    @Schema(name = "PlannedActivity")
    record PlannedActivity(
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
            String city) {}

    /**
     * A line of the budget.
     *
     * @param amount euros, as a decimal with at most two places
     */
    @Schema(name = "BudgetLine")
    record BudgetLine(
            @NotBlank(message = "Say what the money is for.") @Size(max = 300, message = "At most 300 characters.")
            String label,

            @NotNull(message = "Say how much it is.")
            @Pattern(
                    regexp = "\\d{1,12}(\\.\\d{1,2})?",
                    message = "Write euros with a point before cents: \"1250.50\".")
            @Schema(examples = "1250.50")
            String amount) {}

    /** What may go wrong, and what would be done about it. */
    @Schema(name = "Risk")
    record Risk(
            @NotBlank(message = "Say what may go wrong.") @Size(max = 2000, message = "At most 2,000 characters.")
            String description,

            @Size(max = 2000, message = "At most 2,000 characters.") @Nullable
            String mitigation) {}

    /** The sum of the budget's lines, in euros. */
    BigDecimal budgetTotal() {
        return budget.stream()
                .map(line -> new BigDecimal(line.amount()))
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }
}
