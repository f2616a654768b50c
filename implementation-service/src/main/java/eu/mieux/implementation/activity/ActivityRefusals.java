package eu.mieux.implementation.activity;

import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;
import java.time.LocalDate;
import java.util.List;

/** What an Activity says no to, each by its name. */
final class ActivityRefusals {

    private ActivityRefusals() {}

    static final class IllegalActivityStep extends Refusal {
        IllegalActivityStep(ActivityKey key, ActivityStatus from, ActivityStatus to) {
            super(Kind.ILLEGAL_STEP, noSuchStep("Activity " + key, from, to, from.next()));
        }
    }

    static final class ActivityClosed extends Refusal {
        ActivityClosed(ActivityKey key, ActivityStatus status) {
            super(Kind.ILLEGAL_STEP, "Activity %s is %s; its plan cannot be changed any more.".formatted(key, status));
        }
    }

    static final class NothingToAttend extends Refusal {
        NothingToAttend(ActivityKey key, ActivityStatus status) {
            super(
                    Kind.ILLEGAL_STEP,
                    "Activity %s is %s; attendance is recorded for one that is CONFIRMED or DELIVERED."
                            .formatted(key, status));
        }
    }

    static final class NotStarted extends Refusal {
        NotStarted(ActivityKey key, LocalDate start) {
            super(
                    Kind.RULE_BROKEN,
                    "Activity %s begins on %s; attendance is recorded from then on.".formatted(key, start));
        }
    }

    static final class NotLater extends Refusal {
        NotLater(ActivityKey key, LocalDate before) {
            super(
                    Kind.RULE_BROKEN,
                    "Activity %s was to begin on %s; postponed means later.".formatted(key, before),
                    List.of(new FieldError("/startsOn", "A day after %s.".formatted(before))));
        }
    }
}
