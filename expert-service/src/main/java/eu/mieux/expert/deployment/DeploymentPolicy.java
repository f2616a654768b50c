package eu.mieux.expert.deployment;

import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Sight;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who may see which deployments: those who staff Activities all of them, an expert her own. What a caller may do with a
 * deployment in sight is said by the roles on {@link DeploymentResource}.
 */
@ApplicationScoped
class DeploymentPolicy {

    private final Caller caller;

    DeploymentPolicy(Caller caller) {
        this.caller = caller;
    }

    Sight sight() {
        if (caller.hasAny("emm", "manager", "officer", "auditor")) {
            return Sight.everything();
        }
        if (caller.has("expert")) {
            return caller.claim("expert")
                    .map(own -> Sight.where("d.expert_key = :expert_claim", "expert_claim", own))
                    .orElse(Sight.nothing());
        }
        return Sight.nothing();
    }
}
