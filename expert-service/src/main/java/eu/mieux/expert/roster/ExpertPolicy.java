package eu.mieux.expert.roster;

import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Sight;
import jakarta.enterprise.context.ApplicationScoped;

/** Who may see which experts: those who staff Activities all of them, an expert herself, everyone else nobody. */
@ApplicationScoped
class ExpertPolicy {

    private final Caller caller;

    ExpertPolicy(Caller caller) {
        this.caller = caller;
    }

    Sight sight() {
        if (caller.hasAny("emm", "manager", "officer", "auditor")) {
            return Sight.everything();
        }
        if (caller.has("expert")) {
            return caller.claim("expert")
                    .map(own -> Sight.where("e.key = :expert_claim", "expert_claim", own))
                    .orElse(Sight.nothing());
        }
        return Sight.nothing();
    }
}
