package eu.mieux.implementation.travel;

import eu.mieux.chassis.identity.Claims;
import eu.mieux.chassis.identity.Hearing;
import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Sight;
import eu.mieux.implementation.action.ActionPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Who may see which travel: those who look after it everywhere every leg, an officer those of her Actions, an expert her own. */
@ApplicationScoped
class TravelPolicy implements Policy {

    private final ActionPolicy actions;

    TravelPolicy(ActionPolicy actions) {
        this.actions = actions;
    }

    /** On rows of {@code travel_leg t} with their {@code action a}, where they have one. */
    @Override
    public Sight opens(String role, Claims hers) {
        return switch (role) {
            case "manager", "auditor", "logistics", "monitoring", "emm", "client" -> Sight.everything();
            case "officer" -> actions.opens(role, hers);
            case "expert" ->
                Sight.among("t.traveller_key", "expert", hers).and(Sight.where("t.traveller_kind = 'EXPERT'"));
            default -> Sight.nothing();
        };
    }

    /** Who may read a record may hear that it changed. */
    @Produces
    @Singleton
    Hearing hearing() {
        return new Hearing(
                "travel-leg",
                "travel_leg t left join action a on a.code = t.action_code",
                "t.id",
                "'/api/v1/travel-legs/' || t.id",
                this,
                Hearing.admittedBy(TravelLegResource.class));
    }
}
