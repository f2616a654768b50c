package eu.mieux.preimplementation.notification;

import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;

/** What telling people by mail says no to, each by its name. */
final class NotificationRefusals {

    private NotificationRefusals() {}

    static final class MailLinkUnknown extends Refusal {
        MailLinkUnknown() {
            super(
                    Kind.ABSENT,
                    "This link is not valid, or no longer. To confirm an address, set it again in the notification settings; a mail with a new link follows.");
        }
    }

    static final class TooManyConfirmations extends Refusal {
        TooManyConfirmations(int most) {
            super(
                    Kind.TOO_MANY,
                    "%d mails to confirm this address, or addresses of yours, were sent within a day; look into the mailbox, or set it again tomorrow."
                            .formatted(most));
        }
    }
}
