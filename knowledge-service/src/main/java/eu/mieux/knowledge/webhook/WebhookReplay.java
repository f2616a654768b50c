package eu.mieux.knowledge.webhook;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which deliveries are sent again. */
@Schema(name = "WebhookReplay")
record WebhookReplay(
        @Schema(
                description =
                        "All since then, delivered ones too; without it all that are parked, and what waits behind them",
                examples = "2026-11-01T00:00:00Z")
        @Nullable
        Instant since) {

    /** How many are sent again, those included that wait behind something older of their record. */
    @Schema(name = "WebhookReplayed")
    record Replayed(int deliveries) {}
}
