package eu.mieux.preimplementation.feed;

import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;

/** What links to calendars say no to, each by its name. */
final class CalendarFeedRefusals {

    private CalendarFeedRefusals() {}

    static final class TooManyCalendarFeeds extends Refusal {
        TooManyCalendarFeeds(int most) {
            super(
                    Kind.ILLEGAL_STEP,
                    "You have %d calendar feeds already, as many as anybody may: revoke one that no program reads."
                            .formatted(most));
        }
    }

    /** Says nothing of the secret: what was revoked and what never was look the same. */
    static final class UnknownCalendarLink extends Refusal {
        UnknownCalendarLink() {
            super(
                    Kind.ABSENT,
                    "There is no calendar at this link: it is not written in full, or was revoked. Make a new one.");
        }
    }
}
