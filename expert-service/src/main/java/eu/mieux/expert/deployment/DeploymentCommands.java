package eu.mieux.expert.deployment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers send with the acts on a deployment. */
final class DeploymentCommands {

    /** More working days than anyone is deployed for. */
    static final int MOST_DAYS = 1000;

    private static final String DAYS = "A deployment has 0 to 1000 working days.";

    private DeploymentCommands() {}

    /**
     * Proposes an expert for an Activity.
     *
     * @param role code of the list {@code deployment-roles}
     * @param startsOn first day; the Activity's when left out
     * @param endsOn last day; the Activity's when left out
     * @param days working days
     */
    @Schema(name = "ProposeDeployment")
    record Propose(
            @Schema(examples = "expert-0042") @NotBlank(message = "Name the expert by her key.")
            String expertKey,

            @Schema(examples = "2017-03") @NotBlank(message = "Name the Action by its code.")
            String actionCode,

            @NotNull(message = "Give the Activity's number within its Action.")
            Integer activityNumber,

            @Schema(examples = "LEAD_EXPERT") @Nullable String role,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,

            @Min(value = 0, message = DAYS) @Max(value = MOST_DAYS, message = DAYS) @Nullable
            Integer days) {

        Engagement engagement() {
            return new Engagement(expertKey, actionCode, activityNumber);
        }

        Terms terms() {
            return new Terms(role, startsOn, endsOn, days);
        }
    }

    /**
     * New terms of a deployment, as a whole: what is left out is taken from the Activity or unknown.
     *
     * @param role code of the list {@code deployment-roles}
     * @param startsOn first day; the Activity's when left out
     * @param endsOn last day; the Activity's when left out
     * @param days working days
     */
    @Schema(name = "AmendDeployment")
    record Amend(
            @Schema(examples = "LEAD_EXPERT") @Nullable String role,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,

            @Min(value = 0, message = DAYS) @Max(value = MOST_DAYS, message = DAYS) @Nullable
            Integer days) {

        Terms terms() {
            return new Terms(role, startsOn, endsOn, days);
        }
    }

    /** Proposes another expert in the stead of one who declined or was cancelled, on the same terms. */
    @Schema(name = "ReplaceDeployment")
    record Replace(
            @Schema(examples = "expert-0043") @NotBlank(message = "Name the expert who takes the place by her key.")
            String expertKey) {}

    /** Declines an invitation. */
    @Schema(name = "DeclineDeployment")
    record Decline(
            @Size(max = 5000, message = "At most 5,000 characters.") @Nullable
            String reason) {}

    /** Cancels a deployment. */
    @Schema(name = "CancelDeployment")
    record Cancel(
            @NotBlank(message = "Say why.") @Size(max = 5000, message = "At most 5,000 characters.")
            String reason) {}
}
