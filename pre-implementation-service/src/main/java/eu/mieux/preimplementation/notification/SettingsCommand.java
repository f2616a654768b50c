package eu.mieux.preimplementation.notification;

import eu.mieux.preimplementation.mailing.Address;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where, in which language and when somebody wants to be told. */
@Schema(name = "NotificationSettingsCommand")
record SettingsCommand(
        @Schema(
                description = "Before anything else goes there, it is confirmed by the link in a mail",
                examples = "officer@mieux.example")
        @NotBlank(message = "Say where mails go.")
        @Email(message = Address.NONE, regexp = Address.IN_A_DOMAIN)
        @Pattern(regexp = "[\\x21-\\x7E]+", message = "ASCII only, without blanks.")
        @Size(max = 254, message = "At most 254 characters.")
        String address,

        @Schema(description = "ISO 639-1, one of the facility's languages", examples = "fr")
        @NotBlank(message = "Say in which language.")
        @Size(max = 2, message = "Two letters: en.")
        String language,

        @Schema(description = "What is not named is told at once")
        @Size(max = 15, message = "At most 15 kinds.")
        @Nullable
        List<@Valid @NotNull(message = "Name the kind.") Choice> kinds) {

    /** When one is told of one kind. */
    @Schema(name = "NotificationChoice")
    record Choice(
            @NotNull(message = "Name the kind.") NotificationKind kind,

            @NotNull(message = "Say when.") NotificationDelivery delivery) {}

    List<Choice> choices() {
        return kinds == null ? List.of() : kinds;
    }

    /** Kinds for which this was chosen, each once. */
    List<String> chosen(NotificationDelivery delivery) {
        return choices().stream()
                .filter(choice -> choice.delivery() == delivery)
                .map(choice -> choice.kind().name())
                .sorted()
                .toList();
    }
}
