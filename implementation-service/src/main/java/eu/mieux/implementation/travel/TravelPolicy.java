package eu.mieux.implementation.travel;

import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Sight;
import eu.mieux.implementation.action.ActionPolicy;
import jakarta.enterprise.context.ApplicationScoped;

/** Who may see which travel: those who look after it everywhere every leg, an officer those of her Actions, an expert her own. */
@ApplicationScoped
class TravelPolicy implements Policy {

    private final ActionPolicy actions;
    private final Caller caller;

    TravelPolicy(ActionPolicy actions, Caller caller) {
        this.actions = actions;
        this.caller = caller;
    }

    /** On rows of {@code travel_leg t} with their {@code action a}, where they have one. */
    @Override
    public Sight opens(String role) {
        return switch (role) {
            case "manager", "auditor", "logistics", "monitoring", "emm", "client" -> Sight.everything();
            case "officer" -> actions.opens(role);
            case "expert" ->
                Sight.among("t.traveller_key", "expert_claim", caller.claims("expert"))
                        .and(Sight.where("t.traveller_kind = 'EXPERT'"));
            default -> Sight.nothing();
        };
    }
}
