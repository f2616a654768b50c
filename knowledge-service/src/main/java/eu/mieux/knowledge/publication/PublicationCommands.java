package eu.mieux.knowledge.publication;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers send with the acts on a publication. */
final class PublicationCommands {

    private PublicationCommands() {}

    /**
     * Opens the visibility gate: the three must be seen on the publication by whoever publishes it.
     *
     * @param fundingStatementConfirmed it says who paid for it
     * @param emblemConfirmed it shows the funder's emblem
     * @param disclaimerConfirmed it says that its content is not the funder's opinion
     * @param publishedOn the day of publication; today when absent
     */
    @Schema(name = "PublishPublication")
    record Publish(
            @Nullable Boolean fundingStatementConfirmed,
            @Nullable Boolean emblemConfirmed,
            @Nullable Boolean disclaimerConfirmed,
            @Nullable LocalDate publishedOn) {}

    /** Why a publication is withdrawn. */
    @Schema(name = "PublicationReason")
    record Reason(
            @NotBlank(message = "Say why.") @Size(max = 5000, message = "At most 5,000 characters.")
            String reason) {}
}
