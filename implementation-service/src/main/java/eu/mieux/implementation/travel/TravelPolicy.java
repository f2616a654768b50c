package eu.mieux.implementation.travel;

import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Sight;
import eu.mieux.implementation.action.ActionPolicy;
import jakarta.enterprise.context.ApplicationScoped;

/** Who may see which travel: those who look after it everywhere every leg, an officer those of her Actions. */
@ApplicationScoped
class TravelPolicy implements Policy {

    private final ActionPolicy actions;

    TravelPolicy(ActionPolicy actions) {
        this.actions = actions;
    }

    /** On rows of {@code travel_leg t} with their {@code action a}, where they have one. */
    @Override
    public Sight opens(String role) {
        return switch (role) {
            case "manager", "auditor", "logistics", "monitoring", "emm", "client" -> Sight.everything();
            case "officer" -> actions.opens(role);
            default -> Sight.nothing();
        };
    }
}
