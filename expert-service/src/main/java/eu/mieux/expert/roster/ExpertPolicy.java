package eu.mieux.expert.roster;

import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Sight;
import jakarta.enterprise.context.ApplicationScoped;

/** Who may see which experts: those who staff Activities all of them, an expert herself, everyone else nobody. */
@ApplicationScoped
class ExpertPolicy implements Policy {

    private final Caller caller;

    ExpertPolicy(Caller caller) {
        this.caller = caller;
    }

    /** On rows of {@code expert e}. */
    @Override
    public Sight opens(String role) {
        return switch (role) {
            case "emm", "manager", "officer", "auditor", "client" -> Sight.everything();
            case "expert" -> Sight.among("e.key", "expert_claim", caller.claims("expert"));
            default -> Sight.nothing();
        };
    }
}
