package eu.mieux.preimplementation.request;

import eu.mieux.chassis.text.Visible;
import eu.mieux.preimplementation.review.Condition;
import eu.mieux.preimplementation.review.Opinion;
import eu.mieux.preimplementation.review.Round;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers send with the acts of a review. */
final class ReviewCommands {

    private ReviewCommands() {}

    /**
     * Starts the review, or another round of it.
     *
     * @param opinionsUntil until when all have time; a fortnight when absent
     * @param procedure in writing when absent
     * @param reason why all are asked again; needed for another round
     */
    @Schema(name = "StartReview")
    record StartReview(
            @Nullable LocalDate opinionsUntil,
            Round.@Nullable Procedure procedure,

            @Size(max = 5000, message = "At most 5,000 characters.") @Nullable
            String reason) {

        static final StartReview PLAIN = new StartReview(null, null, null);
    }

    /**
     * An institution's opinion.
     *
     * @param institution needed from a manager, who passes on what an institution said elsewhere, and from whoever speaks for
     *     several
     */
    @Schema(name = "GiveOpinion")
    record GiveOpinion(
            @NotNull(message = "Say what the institution thinks.")
            Opinion.Verdict opinion,

            @Size(max = 5000, message = "At most 5,000 characters.") @Nullable
            String comment,

            @Nullable String institution) {}

    /**
     * Another deadline.
     *
     * @param until the last day for the opinion
     */
    @Schema(name = "ExtendVoice")
    record Extend(@NotNull(message = "Say until when.") LocalDate until) {}

    /**
     * Lets another institution speak too.
     *
     * @param to one that is asked about the request; null, and it speaks for itself again
     */
    @Schema(name = "DelegateVoice")
    record Delegate(
            @Size(max = 40, message = "At most 40 characters.") @Nullable
            String to) {}

    /** How a review can end. */
    @Schema(name = "RequestOutcome")
    enum Outcome {
        APPROVED,
        REJECTED
    }

    /**
     * What the authority must do.
     *
     * @param dueOn by when; absent when no day is set
     */
    @Schema(name = "NewCondition")
    record NewCondition(
            @NotBlank(message = "Say what the condition is.") @Size(max = 2000, message = "At most 2,000 characters.")
            String text,

            @Nullable LocalDate dueOn) {}

    /**
     * The decision.
     *
     * @param note why; needed unless there is an overrideReason
     * @param conditions that the authority must meet; of an approval only
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
            List<@NotNull(message = "Say what the condition is.") @Valid NewCondition> conditions,

            @Size(max = 5000, message = "At most 5,000 characters.") @Nullable
            String overrideReason) {

        List<Condition> given() {
            List<NewCondition> named = conditions;
            return named == null
                    ? List.of()
                    : named.stream()
                            .map(one -> new Condition(one.text(), one.dueOn()))
                            .toList();
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

    /**
     * What became of a condition.
     *
     * @param outcome {@code MET} or {@code WAIVED}
     * @param evidence by what it is seen that it is met, or why it is waived
     */
    @Schema(name = "SettleCondition")
    record SettleCondition(
            @NotNull(message = "Say whether the condition is MET or WAIVED.")
            Condition.Status outcome,

            @NotBlank(message = "Say by what it is seen, or why it is waived.")
            @Size(max = 5000, message = "At most 5,000 characters.")
            String evidence) {}

    /** Why a request is withdrawn, or an institution steps back. */
    @Schema(name = "Reason")
    record Reason(
            @NotBlank(message = "Say why.") @Size(max = 5000, message = "At most 5,000 characters.")
            String reason) {}
}
