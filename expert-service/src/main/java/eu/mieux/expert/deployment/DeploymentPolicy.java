package eu.mieux.expert.deployment;

import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Sight;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who may see which deployments: those who staff Activities all of them, an officer those in her regions, an expert her own. What
 * a caller may do with a deployment in sight is said by the roles on {@link DeploymentResource}.
 */
@ApplicationScoped
class DeploymentPolicy implements Policy {

    private final Caller caller;

    DeploymentPolicy(Caller caller) {
        this.caller = caller;
    }

    /** On rows of {@code deployment d}. */
    @Override
    public Sight opens(String role) {
        return switch (role) {
            case "emm", "manager", "auditor", "client" -> Sight.everything();
            case "officer" ->
                Sight.among("a.region", "region_claim", caller.claims("regions"))
                        .within("d.action_code in (select a.code from known_action a where %s)");
            case "expert" -> Sight.among("d.expert_key", "expert_claim", caller.claims("expert"));
            default -> Sight.nothing();
        };
    }
}
