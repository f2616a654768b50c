package eu.mieux.monitoring.evaluation;

import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Sight;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who may read which evaluations (design, The domain, People and what they may do): an officer those of the Actions of her
 * regions, those who look after quality everywhere all of them. Who may give feedback is said by {@link FeedbackPolicy}.
 */
@ApplicationScoped
public class EvaluationPolicy implements Policy {

    private final Caller caller;

    EvaluationPolicy(Caller caller) {
        this.caller = caller;
    }

    /** On rows of {@code evaluation e}. */
    @Override
    public Sight opens(String role) {
        return switch (role) {
            case "manager", "monitoring", "auditor", "client" -> Sight.everything();
            case "officer" ->
                Sight.among("a.region", "region_claim", caller.claims("regions"))
                        .within("""
                    e.action_code in (select a.code from action_fact a where a.known_to = 'infinity' and %s)""");
            default -> Sight.nothing();
        };
    }

    /** Whether the caller reads every evaluation, whatever its Action. */
    public boolean opensAll() {
        return caller.reach(this).seeing().equals(Sight.everything());
    }
}
