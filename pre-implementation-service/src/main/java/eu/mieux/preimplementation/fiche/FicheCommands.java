package eu.mieux.preimplementation.fiche;

import eu.mieux.preimplementation.fiche.FicheContent.BudgetLine;
import eu.mieux.preimplementation.fiche.FicheContent.Outcome;
import eu.mieux.preimplementation.fiche.FicheContent.PlannedActivity;
import eu.mieux.preimplementation.fiche.FicheContent.Risk;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers send to draft, save and endorse an Action Fiche. */
final class FicheCommands {

    private FicheCommands() {}

    /**
     * A version to save. What is absent is empty.
     *
     * @param region where the Action takes place, by code list; that of most of the request's countries when absent
     * @param pillar what it belongs to, by code list
     * @param themes what it is about, by code list; the request's when absent
     */
    @Schema(name = "SaveActionFiche")
    record Save(
            @Nullable String region,

            @NotNull(message = "Say which pillar the Action belongs to.")
            String pillar,

            @Size(max = 30, message = "At most 30 themes.") @Nullable
            List<String> themes,

            @Size(max = 5000, message = "At most 5,000 characters.") @Nullable
            String objective,

            @Size(max = 20000, message = "At most 20,000 characters.") @Nullable
            String context,

            @Size(max = 20, message = "At most 20 outcomes.") @Nullable
            List<@NotNull(message = "Say what the outcome is.") @Valid Outcome> outcomes,

            @Size(max = 50, message = "At most 50 Activities.") @Nullable
            List<@NotNull(message = "Say what the Activity is.") @Valid PlannedActivity> activities,

            @Size(max = 200, message = "At most 200 budget lines.") @Nullable
            List<@NotNull(message = "Say what the line is.") @Valid BudgetLine> budget,

            @Size(max = 50, message = "At most 50 risks.") @Nullable
            List<@NotNull(message = "Say what the risk is.") @Valid Risk> risks,

            @Size(max = 20000, message = "At most 20,000 characters.") @Nullable
            String crossCutting,

            @Size(max = 50, message = "At most 50 targets.") @Nullable
            List<
                            @NotNull(message = "Name the target.")
                            @Pattern(regexp = "\\d{1,2}\\.[0-9a-z]{1,2}", message = "Name the target as 10.7 or 10.c.")
                            String>
                    sdgTargets,

            @Size(max = 20000, message = "At most 20,000 characters.") @Nullable
            String visibility) {

        /** The content with nothing absent. */
        FicheContent content(String itsRegion, List<String> itsThemes) {
            return new FicheContent(
                    itsRegion,
                    pillar,
                    itsThemes,
                    objective,
                    context,
                    given(outcomes),
                    planned(),
                    given(budget),
                    given(risks),
                    crossCutting,
                    given(sdgTargets),
                    visibility);
        }

        List<PlannedActivity> planned() {
            return given(activities);
        }

        private static <T> List<T> given(@Nullable List<T> list) {
            return list == null ? List.of() : list;
        }
    }

    /**
     * An endorsement.
     *
     * @param side for whom it is given; needed from a manager only, or from whoever speaks for several sides
     * @param contentVersion which version is endorsed; refused when there is a newer one
     */
    @Schema(name = "EndorseActionFiche")
    record Endorse(
            @Nullable Side side,

            @Positive(message = "Versions count from 1.") @Nullable
            Integer contentVersion) {}
}
