package eu.mieux.expert.deployment;

import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Sight;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who may see which deployments: those who staff Activities all of them, an officer those in her regions, an expert her own. What
 * a caller may do with a deployment in sight is said by the roles on {@link DeploymentResource}.
 */
@ApplicationScoped
class DeploymentPolicy {

    private final Caller caller;

    DeploymentPolicy(Caller caller) {
        this.caller = caller;
    }

    Sight sight() {
        if (caller.hasAny("emm", "manager", "auditor")) {
            return Sight.everything();
        }
        Sight sight = Sight.nothing();
        if (caller.has("officer")) {
            sight = sight.or(
                    Sight.where("""
                            d.action_code in (select a.code from known_action a
                                              where a.region = any(cast(:region_claim as text[])))""", "region_claim", caller.claims("regions").toArray(String[]::new)));
        }
        if (caller.has("expert")) {
            sight = sight.or(caller.claim("expert")
                    .map(own -> Sight.where("d.expert_key = :expert_claim", "expert_claim", own))
                    .orElse(Sight.nothing()));
        }
        return sight;
    }
}
