package eu.mieux.preimplementation.request;

import eu.mieux.chassis.text.Visible;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers send with the acts on a request. */
final class RequestCommands {

    private RequestCommands() {}

    /**
     * Starts the review.
     *
     * @param opinionsUntil until when the steering institutions have time; a fortnight when absent
     */
    @Schema(name = "StartReview")
    record StartReview(@Nullable LocalDate opinionsUntil) {}

    /**
     * An institution's opinion.
     *
     * @param institution needed from a manager only, who passes on what an institution said elsewhere
     */
    @Schema(name = "GiveOpinion")
    record GiveOpinion(
            @NotNull(message = "Say what the institution thinks.")
            Opinion.Verdict opinion,

            @Size(max = 5000, message = "At most 5,000 characters.") @Nullable
            String comment,

            @Nullable String institution) {}

    /** How a review can end. */
    @Schema(name = "RequestOutcome")
    enum Outcome {
        APPROVED,
        REJECTED
    }

    /**
     * The decision.
     *
     * @param note why; needed for a rejection
     * @param conditions that the authority must meet
     * @param overrideReason why it is decided although an institution has not spoken or has spoken against, or although the
     *     request is not eligible
     */
    @Schema(name = "DecideRequest")
    record Decide(
            @NotNull(message = "Say whether the request is APPROVED or REJECTED.")
            Outcome outcome,

            @Size(max = 5000, message = "At most 5,000 characters.") @Nullable
            String note,

            @Size(max = 50, message = "At most 50 conditions.") @Nullable
            List<
                            @NotBlank(message = "Say what the condition is.")
                            @Size(max = 2000, message = "At most 2,000 characters.") String>
                    conditions,

            @Size(max = 5000, message = "At most 5,000 characters.") @Nullable
            String overrideReason) {

        List<String> given() {
            List<String> named = conditions;
            return named == null ? List.of() : named;
        }

        /** Note and override reason as one text, for the record. */
        @Nullable
        String words() {
            String why = overrideReason;
            if (why == null || !Visible.in(why)) {
                return note;
            }
            return (note == null ? "" : note + " ") + "Override: " + why;
        }
    }

    /** Why a request is withdrawn. */
    @Schema(name = "Reason")
    record Reason(
            @NotBlank(message = "Say why.") @Size(max = 5000, message = "At most 5,000 characters.")
            String reason) {}
}
