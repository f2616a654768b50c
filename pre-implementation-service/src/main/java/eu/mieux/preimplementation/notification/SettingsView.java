package eu.mieux.preimplementation.notification;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody has set, as she sees it. */
@Schema(name = "NotificationSettings")
record SettingsView(
        @Schema(description = "1 as long as nothing was set")
        long version,

        @Schema(description = "Where mails go; null as long as no address is confirmed") @Nullable
        String address,

        @Schema(description = "Where they will go as soon as the link in the mail is followed") @Nullable
        String unconfirmedAddress,

        String language,

        @Schema(description = "All that one can be told of") List<SettingsCommand.Choice> kinds) {

    static SettingsView of(Recipient recipient) {
        return new SettingsView(
                recipient.version(),
                recipient.address(),
                recipient.unconfirmed(),
                recipient.language(),
                Arrays.stream(NotificationKind.values())
                        .map(kind -> new SettingsCommand.Choice(kind, recipient.delivery(kind)))
                        .toList());
    }
}
