package eu.mieux.knowledge.webhook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said of a webhook when it is made or changed. */
@Schema(name = "WebhookCommand")
record WebhookCommand(
        @Schema(
                description = "Where the receiver listens: https, a public address, no user and no fragment in it",
                examples = "https://receiver.example/mieux")
        @NotBlank(message = "Say where the receiver listens.")
        @Size(max = 2000, message = "At most 2,000 characters.")
        String url,

        @Schema(
                description =
                        "Types of events, as eu.mieux.request-submitted, or eu.mieux.request-* for all of a kind of record; none are all",
                examples = "[\"eu.mieux.request-*\"]")
        @Size(max = 50, message = "At most 50 types.")
        @Nullable
        List<String> types,

        @Schema(description = "What it is for, for people")
        @Size(max = 300, message = "At most 300 characters.")
        @Nullable
        String description,

        @Schema(description = "ACTIVE if nothing is said; while it is PAUSED, deliveries are queued and not sent")
        @Nullable
        WebhookState state) {

    List<String> typesAsked() {
        return types == null ? List.of() : types;
    }

    WebhookState stateAsked() {
        return state == null ? WebhookState.ACTIVE : state;
    }
}
