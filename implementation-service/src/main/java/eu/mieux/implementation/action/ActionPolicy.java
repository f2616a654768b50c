package eu.mieux.implementation.action;

import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Who may see which Actions, and who may work on them (design, The domain, People and what they may do). What belongs to an
 * Action (Activities, deliverables) is seen and worked on by the same people.
 */
@ApplicationScoped
class ActionPolicy {

    private final Caller caller;

    ActionPolicy(Caller caller) {
        this.caller = caller;
    }

    /** A condition on the row {@code a} of the table {@code action}. */
    Sight sight() {
        if (caller.hasAny(
                "manager",
                "auditor",
                "steering-member",
                "emm",
                "logistics",
                "monitoring",
                "knowledge",
                "communications")) {
            return Sight.everything();
        }
        Sight sight = Sight.nothing();
        if (caller.has("officer")) {
            sight = sight.or(Sight.where(
                    "a.region = any(cast(:region_claim as text[]))",
                    "region_claim",
                    caller.claims("regions").toArray(String[]::new)));
        }
        if (caller.has("partner")) {
            sight = sight.or(ofAuthority(caller.claim("authority").map(List::of).orElse(List.of())));
        }
        if (caller.has("eu-delegation")) {
            sight = sight.or(Sight.overlap("a.countries", "country_claim", caller.claims("countries")));
        }
        return sight;
    }

    /** An officer works in her regions, a manager everywhere. */
    boolean isInCharge(String region) {
        return caller.has("manager")
                || (caller.has("officer") && caller.claims("regions").contains(region));
    }

    /** By the fiche; history has none, there the request says whose it was. */
    private static Sight ofAuthority(List<String> keys) {
        return Sight.overlap("a.authority_keys", "authority_claim", keys)
                .or(Sight.where("""
                        a.code in (select q.reference from known_request q
                                   where q.authority_keys && cast(:authority_claim as text[]))""", "authority_claim", keys.toArray(String[]::new)));
    }
}
