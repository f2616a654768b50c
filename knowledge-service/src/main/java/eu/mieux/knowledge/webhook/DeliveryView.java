package eu.mieux.knowledge.webhook;

import eu.mieux.knowledge.feed.CloudEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A delivery with what was sent and what came of each try. */
@Schema(name = "Delivery")
record DeliveryView(
        UUID id,
        DeliveryStatus status,
        Instant createdAt,
        @Nullable Instant deliveredAt,

        @Schema(description = "How often it was tried") int attempts,

        @Schema(description = "When it was tried last") @Nullable
        Instant attemptedAt,

        @Schema(description = "The first delivery of the same record that was not taken: this one is sent after it")
        @Nullable
        UUID waitsFor,

        @Schema(description = "What is sent; its id is the webhook-id of every try")
        CloudEvent event,

        @Schema(description = "The last 20, newest first") List<Attempt> tries) {

    /** What came of one try. */
    @Schema(name = "DeliveryAttempt")
    record Attempt(
            int number,
            Instant at,

            @Schema(description = "How long it took, in milliseconds")
            long durationMs,

            @Schema(description = "Of the answer; null when there was none") @Nullable
            Integer status,

            @Schema(description = "What went wrong; null when it was delivered") @Nullable
            String error,

            @Schema(description = "The first 300 characters of what was answered") @Nullable
            String answer) {}
}
