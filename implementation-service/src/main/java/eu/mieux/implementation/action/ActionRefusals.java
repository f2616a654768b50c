package eu.mieux.implementation.action;

import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;
import java.time.LocalDate;
import java.util.List;

/** What an Action says no to, each by its name. */
final class ActionRefusals {

    private ActionRefusals() {}

    static final class IllegalActionStep extends Refusal {
        IllegalActionStep(String code, ActionStatus from, ActionStatus to) {
            super(Kind.ILLEGAL_STEP, noSuchStep("Action " + code, from, to, from.next()));
        }
    }

    static final class ActionOnHold extends Refusal {
        ActionOnHold(String code) {
            super(Kind.ILLEGAL_STEP, "Action %s is on hold; resume it first.".formatted(code));
        }
    }

    static final class ActionNotOnHold extends Refusal {
        ActionNotOnHold(String code, ActionStatus status) {
            super(Kind.ILLEGAL_STEP, "Action %s is %s; only one on hold can be resumed.".formatted(code, status));
        }
    }

    static final class StepBeforeLaunch extends Refusal {
        StepBeforeLaunch(String code, LocalDate launched) {
            super(
                    Kind.RULE_BROKEN,
                    "Action %s was launched on %s; nothing after that can have an earlier day."
                            .formatted(code, launched),
                    List.of(new FieldError("/on", "A day on or after %s.".formatted(launched))));
        }
    }

    static final class ActionIsCancelled extends Refusal {
        ActionIsCancelled(String code) {
            super(
                    Kind.ILLEGAL_STEP,
                    "Action %s is cancelled; nothing in it is planned or done any more.".formatted(code));
        }
    }
}
