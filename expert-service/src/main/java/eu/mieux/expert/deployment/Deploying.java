package eu.mieux.expert.deployment;

import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.http.ETags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The way of a deployment from the invitation to the end of the work. */
@ApplicationScoped
class Deploying {

    private final Deployments deployments;
    private final Availability availability;
    private final EventLog events;

    Deploying(Deployments deployments, Availability availability, EventLog events) {
        this.deployments = deployments;
        this.availability = availability;
        this.events = events;
    }

    @Transactional
    Deployment invite(String id, @Nullable String ifMatch) {
        return act(id, ifMatch, Deployment::invite);
    }

    /** Between proposal and acceptance the Activity may have been cancelled, moved or called on site. */
    @Transactional
    Deployment accept(String id, @Nullable String ifMatch) {
        return act(id, ifMatch, deployment -> {
            DeploymentEvent accepted = deployment.accept();
            availability.require(deployment);
            return accepted;
        });
    }

    @Transactional
    Deployment decline(String id, @Nullable String ifMatch, @Nullable String reason) {
        return act(id, ifMatch, deployment -> deployment.decline(reason));
    }

    @Transactional
    Deployment contract(String id, @Nullable String ifMatch) {
        return act(id, ifMatch, Deployment::contract);
    }

    @Transactional
    Deployment start(String id, @Nullable String ifMatch) {
        return act(id, ifMatch, Deployment::start);
    }

    @Transactional
    Deployment complete(String id, @Nullable String ifMatch) {
        return act(id, ifMatch, Deployment::complete);
    }

    @Transactional
    Deployment cancel(String id, @Nullable String ifMatch, String reason) {
        return act(id, ifMatch, deployment -> deployment.cancel(reason));
    }

    private Deployment act(String id, @Nullable String ifMatch, Function<Deployment, ? extends DeploymentEvent> step) {
        Deployment deployment = deployments.getForChange(id);
        ETags.honour(ifMatch, deployment);
        events.append(deployment, step.apply(deployment));
        return deployment;
    }
}
