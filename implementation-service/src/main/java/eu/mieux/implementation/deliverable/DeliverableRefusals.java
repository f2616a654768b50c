package eu.mieux.implementation.deliverable;

import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;
import java.time.LocalDate;
import java.util.List;

/** What a deliverable says no to, each by its name. */
final class DeliverableRefusals {

    private DeliverableRefusals() {}

    static final class IllegalDeliverableStep extends Refusal {
        IllegalDeliverableStep(String title, DeliverableStatus from, DeliverableStatus to) {
            super(Kind.ILLEGAL_STEP, noSuchStep("\"%s\"".formatted(title), from, to, from.next()));
        }
    }

    static final class DeliverableNotInDrafting extends Refusal {
        DeliverableNotInDrafting(String title, DeliverableStatus status) {
            super(
                    Kind.ILLEGAL_STEP,
                    "\"%s\" is %s; it can be changed while it is DRAFTING only.".formatted(title, status));
        }
    }

    static final class HandedOverBeforeValidated extends Refusal {
        HandedOverBeforeValidated(String title, LocalDate validated) {
            super(
                    Kind.RULE_BROKEN,
                    "\"%s\" was validated on %s; it cannot have been handed over before.".formatted(title, validated),
                    List.of(new FieldError("/on", "A day on or after %s.".formatted(validated))));
        }
    }

    static final class DeliverableTitleTaken extends Refusal {
        DeliverableTitleTaken(String title, String actionCode) {
            super(
                    Kind.RULE_BROKEN,
                    "Action %s has a deliverable \"%s\" already.".formatted(actionCode, title),
                    List.of(new FieldError("/title", "A title that no other deliverable of the Action has.")));
        }
    }
}
