package eu.mieux.preimplementation.mailing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a mail. */
@Schema(
        name = "MailState",
        description =
                "QUEUED waits for its time or for the mail server, DROPPED had nothing to say any more, PARKED could not be sent for days")
enum MailState {
    QUEUED,
    SENT,
    DROPPED,
    PARKED
}
