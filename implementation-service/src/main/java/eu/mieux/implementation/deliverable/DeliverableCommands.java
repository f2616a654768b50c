package eu.mieux.implementation.deliverable;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers send about a deliverable. */
final class DeliverableCommands {

    private DeliverableCommands() {}

    /**
     * What a deliverable is to be.
     *
     * @param title unique within its Action
     * @param type a code of the list {@code deliverable-types}
     * @param languages ISO 639-1
     */
    @Schema(name = "DeliverableDraft")
    record Draft(
            @NotBlank(message = "Give the deliverable a title.") @Size(max = 300, message = "At most 300 characters.")
            String title,

            @NotNull(message = "Say of what type the deliverable is.")
            String type,

            @Size(max = 30, message = "At most 30 languages.") @Nullable
            List<String> languages) {

        List<String> written() {
            List<String> named = languages;
            return named == null ? List.of() : named;
        }
    }

    /**
     * The partner has it.
     *
     * @param on the day of the hand-over; today when absent
     * @param receivedBy who received it: an authority, an office
     */
    @Schema(name = "HandOverDeliverable")
    record HandOver(
            @Nullable LocalDate on,

            @NotBlank(message = "Say who received it.") @Size(max = 500, message = "At most 500 characters.")
            String receivedBy) {}
}
