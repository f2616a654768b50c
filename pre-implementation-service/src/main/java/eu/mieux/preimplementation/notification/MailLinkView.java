package eu.mieux.preimplementation.notification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a link in a mail does. */
@Schema(name = "MailLink")
record MailLinkView(
        @Schema(description = "Whether it is done; if not, POST does it")
        boolean done,

        @Schema(description = "A kind, or DAILY_DIGEST with all that comes in it; null where an address is confirmed")
        @Nullable
        String unsubscribesFrom,

        @Schema(description = "The same for people, in the recipient's language")
        String detail) {}
