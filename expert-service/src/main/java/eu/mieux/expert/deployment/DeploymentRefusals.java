package eu.mieux.expert.deployment;

import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;
import java.util.List;

/** What a deployment says no to, each by its name. */
final class DeploymentRefusals {

    private DeploymentRefusals() {}

    static final class IllegalDeploymentStep extends Refusal {
        IllegalDeploymentStep(Deployment deployment, DeploymentStatus to) {
            super(
                    Kind.ILLEGAL_STEP,
                    noSuchStep(
                            "The deployment of %s to %s"
                                    .formatted(
                                            deployment.engagement().expertKey(),
                                            deployment.engagement().activity()),
                            deployment.status(),
                            to,
                            deployment.status().next()));
        }
    }

    static final class DeploymentClosed extends Refusal {
        DeploymentClosed(Deployment deployment) {
            super(
                    Kind.ILLEGAL_STEP,
                    "The deployment of %s to %s is %s; its terms are settled."
                            .formatted(
                                    deployment.engagement().expertKey(),
                                    deployment.engagement().activity(),
                                    deployment.status()));
        }
    }

    static final class AlreadyProposed extends Refusal {
        AlreadyProposed(Deployment other) {
            super(
                    Kind.ILLEGAL_STEP,
                    "There is already a deployment of %s to %s: %s, which is %s."
                            .formatted(
                                    other.engagement().expertKey(),
                                    other.engagement().activity(),
                                    other.id(),
                                    other.status()));
        }
    }

    static final class OverlappingDeployment extends Refusal {
        OverlappingDeployment(Deployment wanted, Deployment other) {
            super(
                    Kind.RULE_BROKEN,
                    "%s cannot be on site for %s from %s to %s: deployment %s has her at %s from %s to %s."
                            .formatted(
                                    wanted.engagement().expertKey(),
                                    wanted.engagement().activity(),
                                    wanted.terms().startsOn(),
                                    wanted.terms().endsOn(),
                                    other.id(),
                                    other.engagement().activity(),
                                    other.terms().startsOn(),
                                    other.terms().endsOn()),
                    List.of(new FieldError(
                            "/startsOn", "The dates overlap those of deployment %s.".formatted(other.id()))));
        }
    }

    static final class ActivityCancelled extends Refusal {
        ActivityCancelled(Engagement engagement) {
            super(
                    Kind.RULE_BROKEN,
                    "%s is cancelled; nobody can be deployed to it.".formatted(engagement.activity()),
                    List.of(new FieldError("/activityNumber", "Name an Activity that is going to take place.")));
        }
    }

    static final class NothingToReplace extends Refusal {
        NothingToReplace(Deployment deployment) {
            super(
                    Kind.ILLEGAL_STEP,
                    "The deployment of %s to %s is %s; only one that is DECLINED or CANCELLED can be replaced."
                            .formatted(
                                    deployment.engagement().expertKey(),
                                    deployment.engagement().activity(),
                                    deployment.status()));
        }
    }

    static final class AlreadyReplaced extends Refusal {
        AlreadyReplaced(Deployment by) {
            super(
                    Kind.ILLEGAL_STEP,
                    "It is already replaced by deployment %s of %s, which is %s."
                            .formatted(by.id(), by.engagement().expertKey(), by.status()));
        }
    }
}
