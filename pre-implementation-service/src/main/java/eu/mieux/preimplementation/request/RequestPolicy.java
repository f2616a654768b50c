package eu.mieux.preimplementation.request;

import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Sight;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who may see which requests (design, The domain, People and what they may do). A draft is its authority's own affair; which roles
 * may do what with a request is said on {@link RequestResource}.
 */
@ApplicationScoped
public class RequestPolicy implements Policy {

    /** A draft that was withdrawn before it was submitted stays its authority's own affair. */
    private static final Sight HANDED_IN = Sight.where("r.reference is not null");

    private final Caller caller;

    RequestPolicy(Caller caller) {
        this.caller = caller;
    }

    /** On rows of {@code request r}. */
    @Override
    public Sight opens(String role) {
        return switch (role) {
            case "manager", "auditor", "client" -> Sight.everything();
            case "steering-member" -> HANDED_IN;
            case "partner" -> Sight.overlap("r.authority_keys", "authority_claim", caller.claims("authority"));
            case "eu-delegation" ->
                Sight.overlap("r.countries", "country_claim", caller.claims("countries"))
                        .and(HANDED_IN);
            case "officer" -> Sight.overlap("r.regions", "region_claim", caller.claims("regions"));
            default -> Sight.nothing();
        };
    }
}
