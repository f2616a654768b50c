package eu.mieux.knowledge.webhook;

import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;

/** What webhooks say no to, each by its name. */
final class WebhookRefusals {

    private WebhookRefusals() {}

    static final class TooManyWebhooks extends Refusal {
        TooManyWebhooks(int most) {
            super(
                    Kind.ILLEGAL_STEP,
                    "You have %d webhooks already, as many as anybody may: delete one that you no longer need."
                            .formatted(most));
        }
    }

    static final class WebhookPaused extends Refusal {
        WebhookPaused() {
            super(Kind.ILLEGAL_STEP, "This webhook is paused, and nothing is sent to it: make it ACTIVE first.");
        }
    }
}
