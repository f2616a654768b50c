package eu.mieux.preimplementation.request;

import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Who may see which requests (design, The domain, People and what they may do). A draft is its authority's own affair; what a
 * caller may do with a request in sight is said by the roles on {@link RequestResource}.
 */
@ApplicationScoped
public class RequestPolicy {

    /** A draft that was withdrawn before it was submitted stays its authority's own affair. */
    private static final Sight HANDED_IN = Sight.where("r.reference is not null");

    private final Caller caller;

    RequestPolicy(Caller caller) {
        this.caller = caller;
    }

    /** On rows of {@code request r}. */
    public Sight sight() {
        if (caller.hasAny("manager", "auditor")) {
            return Sight.everything();
        }
        Sight sight = Sight.nothing();
        if (caller.has("partner")) {
            sight = sight.or(Sight.overlap("r.authority_keys", "authority_claim", list(caller.claim("authority"))));
        }
        if (caller.has("steering-member")) {
            sight = sight.or(HANDED_IN);
        }
        if (caller.has("eu-delegation")) {
            sight = sight.or(Sight.overlap("r.countries", "country_claim", caller.claims("countries"))
                    .and(HANDED_IN));
        }
        if (caller.has("officer")) {
            sight = sight.or(Sight.overlap("r.regions", "region_claim", caller.claims("regions")));
        }
        return sight;
    }

    private static List<String> list(java.util.Optional<String> claim) {
        return claim.map(List::of).orElse(List.of());
    }
}
