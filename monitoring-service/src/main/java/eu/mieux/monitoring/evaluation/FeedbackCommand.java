package eu.mieux.monitoring.evaluation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One answer sheet.
 *
 * @param actionCode code of the Action
 * @param activityNumber number of the Activity; absent for the whole Action
 * @param audience as whom the answers are given
 * @param collectedOn the day of the answers; today when absent
 * @param answers a score for each question answered
 */
@Schema(name = "FeedbackCommand")
record FeedbackCommand(
        @Schema(examples = "2017-03")
        @NotBlank(message = "Say which Action the feedback is about.")
        @Size(max = 40, message = "At most 40 characters.")
        String actionCode,

        @Schema(description = "Absent for the whole Action")
        @Min(value = 1, message = "Activities are numbered from 1.")
        @Nullable
        Integer activityNumber,

        @Schema(description = "A code of the list audiences", examples = "PARTICIPANT")
        @NotBlank(message = "Say who answers: a code of the list audiences.")
        String audience,

        @Schema(description = "Today when absent") @Nullable LocalDate collectedOn,

        @NotEmpty(message = "Give at least one answer.") @Size(max = 50, message = "At most 50 answers.")
        List<@Valid @NotNull(message = "Give an answer here, with question and score, or leave it out.") Answer>
                answers) {

    /**
     * A score for a question.
     *
     * @param question code of the question
     * @param score from 1 to 5, 5 being excellent
     */
    @Schema(name = "FeedbackAnswer")
    record Answer(
            @Schema(description = "A code of the list questions", examples = "skills-enhanced")
            @NotBlank(message = "Say which question is answered: a code of the list questions.")
            String question,

            @NotNull(message = "Give a score from 1 to 5.")
            @Min(value = Tally.LOWEST, message = "The lowest score is 1.")
            @Max(value = Tally.HIGHEST, message = "The highest score is 5.")
            Integer score) {}

    Tally.Subject subject() {
        return new Tally.Subject(actionCode, activityNumber);
    }
}
