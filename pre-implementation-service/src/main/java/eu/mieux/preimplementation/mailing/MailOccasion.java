package eu.mieux.preimplementation.mailing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a mail is sent. */
@Schema(
        name = "MailOccasion",
        description = "To confirm an address, to tell one thing at once, or what has gathered in a day")
public enum MailOccasion {
    CONFIRMATION,
    NOTIFICATION,
    DIGEST
}
