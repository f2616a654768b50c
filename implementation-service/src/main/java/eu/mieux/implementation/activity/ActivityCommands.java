package eu.mieux.implementation.activity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers send with the acts on an Activity. */
final class ActivityCommands {

    private static final String HEADS = "A head count: zero is a number, but it must be given.";
    private static final String BOUNDS = "From 0 to 1,000,000 heads.";
    private static final long MOST_HEADS = 1_000_000;

    private ActivityCommands() {}

    /** How many attended, by gender. */
    @Schema(name = "Attendance")
    record Attendance(
            @NotNull(message = HEADS) @Min(value = 0, message = BOUNDS) @Max(value = MOST_HEADS, message = BOUNDS)
            Integer female,

            @NotNull(message = HEADS) @Min(value = 0, message = BOUNDS) @Max(value = MOST_HEADS, message = BOUNDS)
            Integer male,

            @NotNull(message = HEADS) @Min(value = 0, message = BOUNDS) @Max(value = MOST_HEADS, message = BOUNDS)
            Integer other) {}

    /** The new dates of an Activity that takes place later. */
    @Schema(name = "PostponeActivity")
    record Postpone(
            @NotNull(message = "Give the new first day.") LocalDate startsOn,
            @NotNull(message = "Give the new last day.") LocalDate endsOn,

            @NotBlank(message = "Say why.") @Size(max = 5000, message = "At most 5,000 characters.")
            String reason) {}

    /**
     * The Activity took place.
     *
     * @param explanation why no expert was deployed to it; needed only when none was
     */
    @Schema(name = "DeliverActivity")
    record Deliver(
            @Size(max = 5000, message = "At most 5,000 characters.") @Nullable
            String explanation) {}
}
