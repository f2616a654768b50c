package eu.mieux.knowledge.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook as clients see it. */
@Schema(name = "Webhook")
record WebhookView(
        UUID id,
        long version,

        @Schema(description = "The subject of the token that it was made with")
        String owner,

        String url,

        @Schema(description = "None are all") List<String> types,
        @Nullable String description,
        WebhookState state,

        @Schema(description = "Why it was paused, if not by somebody") @Nullable
        String pausedBecause,

        Instant createdAt,

        @Schema(description = "Since when its newest secret signs")
        Instant secretSince,

        @Schema(
                description =
                        "With which deliveries are signed. It is told when it is made, and never again: keep it where secrets are kept",
                examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String secret) {

    static WebhookView of(Webhook webhook) {
        return with(webhook, null);
    }

    static WebhookView with(Webhook webhook, @Nullable String secret) {
        return new WebhookView(
                webhook.id(),
                webhook.version(),
                webhook.owner(),
                webhook.url(),
                webhook.types(),
                webhook.description(),
                webhook.state(),
                webhook.pausedBecause(),
                webhook.createdAt(),
                webhook.secretSince(),
                secret);
    }
}
