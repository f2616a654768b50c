package eu.mieux.expert.deployment;

import eu.mieux.expert.roster.Experts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Whether an expert can go where she is wanted: the Activity takes place, and nobody is on site at two of them on one day.
 * A hybrid Activity does not say whether she travels to it, so only Activities on site count.
 */
@ApplicationScoped
class Availability {

    private final Experts experts;
    private final Deployments deployments;
    private final KnownActivities activities;

    Availability(Experts experts, Deployments deployments, KnownActivities activities) {
        this.experts = experts;
        this.deployments = deployments;
        this.activities = activities;
    }

    /** The expert's row stays locked until the end of the transaction, so that the answer still holds when it is committed. */
    void require(Deployment deployment) {
        experts.lockStanding(deployment.engagement().expertKey());
        Optional<KnownActivities.Activity> activity = activities.find(deployment.engagement());
        if (activity.filter(KnownActivities.Activity::isCancelled).isPresent()) {
            throw new DeploymentRefusals.ActivityCancelled(deployment.engagement());
        }
        if (activity.filter(KnownActivities.Activity::isOnSite).isPresent()) {
            deployments.onSiteElsewhere(deployment).ifPresent(other -> {
                throw new DeploymentRefusals.OverlappingDeployment(deployment, other);
            });
        }
    }
}
