package eu.mieux.knowledge.publication;

import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;

/** What a publication says no to, each by its name. */
final class PublicationRefusals {

    private PublicationRefusals() {}

    static final class IllegalPublicationStep extends Refusal {
        IllegalPublicationStep(String key, PublicationStatus from, PublicationStatus to) {
            super(Kind.ILLEGAL_STEP, noSuchStep("Publication " + key, from, to, from.next()));
        }
    }

    static final class PublicationNotADraft extends Refusal {
        PublicationNotADraft(String key, PublicationStatus status) {
            super(
                    Kind.ILLEGAL_STEP,
                    "Publication %s is %s; only a draft can be changed. Return it to its author first (a published one is withdrawn before)."
                            .formatted(key, status));
        }
    }
}
