package eu.mieux.implementation.step;

import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.implementation.calendar.FacilityCalendar;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers say with a step: when it was, and why. */
public final class StepCommands {

    private StepCommands() {}

    /**
     * A step that explains itself.
     *
     * @param on the day of the step; today when absent
     * @param reason why, if there is something to say
     */
    @Schema(name = "TakeStep")
    public record Take(
            @Nullable LocalDate on,

            @Size(max = 5000, message = "At most 5,000 characters.") @Nullable
            String reason) {

        /** What an absent body means. */
        public static final Take TODAY = new Take(null, null);
    }

    /**
     * A step that needs a reason.
     *
     * @param on the day of the step; today when absent
     */
    @Schema(name = "TakeStepWithReason")
    public record Explain(
            @Nullable LocalDate on,

            @NotBlank(message = "Say why.") @Size(max = 5000, message = "At most 5,000 characters.")
            String reason) {

        public Take step() {
            return new Take(on, reason);
        }
    }

    /** The day of the step; refused when it lies ahead. */
    public static LocalDate day(@Nullable LocalDate said, LocalDate today) {
        LocalDate on = said == null ? today : said;
        new InvalidFields.Check()
                .that(FacilityCalendar.holds(on), "/on", FacilityCalendar.OUT_OF_BOUNDS)
                .that(!on.isAfter(today), "/on", "This day has not come yet; record the step once it is taken.")
                .orRefuse();
        return on;
    }
}
