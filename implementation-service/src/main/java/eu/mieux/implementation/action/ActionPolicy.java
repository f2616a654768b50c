package eu.mieux.implementation.action;

import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Who may see which Actions, and who may work on them (design, The domain, People and what they may do). What belongs to an
 * Action (Activities, deliverables) is seen and worked on by the same people.
 */
@ApplicationScoped
public class ActionPolicy implements Policy {

    private final Caller caller;

    ActionPolicy(Caller caller) {
        this.caller = caller;
    }

    /** On rows of {@code action a}. */
    @Override
    public Sight opens(String role) {
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
            case "officer" -> Sight.among("a.region", "region_claim", caller.claims("regions"));
            case "partner" -> ofAuthority(caller.claims("authority"));
            case "eu-delegation" -> Sight.overlap("a.countries", "country_claim", caller.claims("countries"));
            default -> Sight.nothing();
        };
    }

    /** By the fiche; history has none, there the request says whose it was. */
    private static Sight ofAuthority(List<String> keys) {
        return Sight.overlap("a.authority_keys", "authority_claim", keys)
                .or(Sight.overlap("q.authority_keys", "authority_claim", keys)
                        .within("a.code in (select q.reference from known_request q where %s)"));
    }
}
