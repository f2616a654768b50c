package eu.mieux.preimplementation.meeting;

import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;
import java.time.Instant;

/** What meetings say no to, each by its name. */
final class MeetingRefusals {

    private MeetingRefusals() {}

    static final class MeetingClosed extends Refusal {
        MeetingClosed(MeetingStatus status) {
            super(Kind.ILLEGAL_STEP, "The meeting is %s, which is final; plan another.".formatted(status));
        }
    }

    static final class MeetingNotBegun extends Refusal {
        MeetingNotBegun(Instant startsAt) {
            super(
                    Kind.ILLEGAL_STEP,
                    "The meeting begins at %s; say that it was held when it has begun.".formatted(startsAt));
        }
    }

    static final class MeetingNotHeld extends Refusal {
        MeetingNotHeld(MeetingStatus status) {
            super(Kind.ILLEGAL_STEP, "The meeting is %s; only one that was held has minutes.".formatted(status));
        }
    }

    static final class MinutesAdopted extends Refusal {
        MinutesAdopted() {
            super(
                    Kind.ILLEGAL_STEP,
                    "The minutes are adopted and change no more; correct them in those of another meeting.");
        }
    }

    static final class NoMinutes extends Refusal {
        NoMinutes() {
            super(Kind.ILLEGAL_STEP, "Nobody has written minutes of the meeting yet; write them first.");
        }
    }

    static final class AgendaBeyondYou extends Refusal {
        AgendaBeyondYou() {
            super(
                    Kind.FORBIDDEN,
                    "A request on the agenda is out of your sight; leave the meeting to a manager, or to officers of all its regions.");
        }
    }
}
