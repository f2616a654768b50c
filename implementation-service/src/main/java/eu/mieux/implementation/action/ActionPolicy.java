package eu.mieux.implementation.action;

import eu.mieux.chassis.identity.Claims;
import eu.mieux.chassis.identity.Hearing;
import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Who may see which Actions, and who may work on them (design, The domain, People and what they may do). What belongs to an
 * Action (Activities, deliverables) is seen and worked on by the same people.
 */
@ApplicationScoped
public class ActionPolicy implements Policy {

    /** On rows of {@code action a}. */
    @Override
    public Sight opens(String role, Claims hers) {
        return switch (role) {
            case "manager",
                    "auditor",
                    "steering-member",
                    "emm",
                    "logistics",
                    "monitoring",
                    "knowledge",
                    "communications",
                    "client" -> Sight.everything();
            case "officer" -> Sight.among("a.region", "regions", hers);
            case "partner" -> ofAuthority(hers);
            case "eu-delegation" -> Sight.overlap("a.countries", "countries", hers);
            default -> Sight.nothing();
        };
    }

    /** By the fiche; history has none, there the request says whose it was. */
    private static Sight ofAuthority(Claims hers) {
        return Sight.overlap("a.authority_keys", "authority", hers)
                .or(Sight.overlap("q.authority_keys", "authority", hers)
                        .through("known_request q where q.reference = a.code"));
    }

    /** Who may read a record may hear that it changed. */
    @Produces
    @Singleton
    Hearing hearing() {
        return new Hearing(
                "action",
                "action a",
                "a.id",
                "'/api/v1/actions/' || a.id",
                this,
                Hearing.admittedBy(ActionResource.class));
    }
}
