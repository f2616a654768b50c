package eu.mieux.monitoring.evaluation;

import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;

/** What feedback is refused for, each by its name. */
final class FeedbackRefusals {

    private FeedbackRefusals() {}

    static final class ActivityNotDelivered extends Refusal {
        ActivityNotDelivered(Tally.Subject subject) {
            super(
                    Kind.ILLEGAL_STEP,
                    "Activity %s is not delivered yet; feedback is collected afterwards.".formatted(subject));
        }
    }

    static final class FeedbackAlreadyGiven extends Refusal {
        FeedbackAlreadyGiven(String audience, Tally.Subject subject) {
            super(
                    Kind.ILLEGAL_STEP,
                    "%s feedback on %s already; it counts once."
                            .formatted(
                                    audience.equals("AUTHORITY")
                                            ? "Your authority has given its"
                                            : "You have given your",
                                    subject));
        }
    }

    static final class NotYourAudience extends Refusal {
        NotYourAudience(String audience) {
            super(Kind.FORBIDDEN, "Your role does not answer as %s.".formatted(audience));
        }
    }
}
