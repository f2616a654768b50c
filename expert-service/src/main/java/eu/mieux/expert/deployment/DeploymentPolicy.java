package eu.mieux.expert.deployment;

import eu.mieux.chassis.identity.Claims;
import eu.mieux.chassis.identity.Hearing;
import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Who may see which deployments: those who staff Activities all of them, an officer those in her regions, an expert her own. What
 * a caller may do with a deployment in sight is said by the roles on {@link DeploymentResource}.
 */
@ApplicationScoped
class DeploymentPolicy implements Policy {

    /** On rows of {@code deployment d}. */
    @Override
    public Sight opens(String role, Claims hers) {
        return switch (role) {
            case "emm", "manager", "auditor", "client" -> Sight.everything();
            case "officer" ->
                Sight.among("a.region", "regions", hers).through("known_action a where a.code = d.action_code");
            case "expert" -> Sight.among("d.expert_key", "expert", hers);
            default -> Sight.nothing();
        };
    }

    /** Who may read a record may hear that it changed. */
    @Produces
    @Singleton
    Hearing hearing() {
        return new Hearing(
                "deployment",
                "deployment d",
                "d.id",
                "'/api/v1/deployments/' || d.id",
                this,
                Hearing.admittedBy(DeploymentResource.class));
    }
}
