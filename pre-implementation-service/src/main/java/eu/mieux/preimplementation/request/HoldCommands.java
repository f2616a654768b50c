package eu.mieux.preimplementation.request;

import eu.mieux.preimplementation.clock.FastResponseClock.Turn;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers send to let the clock of a request stand still, and run again. */
final class HoldCommands {

    private HoldCommands() {}

    /**
     * Puts a request on hold.
     *
     * @param since the day from which on; today when absent, never later
     * @param waitingFor whose turn it is meanwhile; the officer's when absent
     * @param reason what is waited for
     */
    @Schema(name = "PutOnHold")
    record PutOnHold(
            @Nullable LocalDate since,
            @Nullable Turn waitingFor,

            @Size(max = 2000, message = "At most 2,000 characters.") @Nullable
            String reason) {

        static final PutOnHold PLAIN = new PutOnHold(null, null, null);
    }

    /**
     * Goes on with it.
     *
     * @param on the day on which it went on; today when absent, never later
     */
    @Schema(name = "ResumeRequest")
    record Resume(@Nullable LocalDate on) {

        static final Resume PLAIN = new Resume(null);
    }

    /**
     * The days on which a request was on hold, as they should have been written down.
     *
     * @param until the day on which it went on; absent while it is on hold still
     */
    @Schema(name = "CorrectHold")
    record CorrectHold(
            @NotNull(message = "Say since when it was on hold.")
            LocalDate since,

            @Nullable LocalDate until) {}
}
