package eu.mieux.monitoring.evaluation;

import eu.mieux.chassis.identity.Claims;
import eu.mieux.chassis.identity.Hearing;
import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Who may read which evaluations (design, The domain, People and what they may do): an officer those of the Actions of her
 * regions, those who look after quality everywhere all of them. Who may give feedback is said by {@link FeedbackPolicy}.
 */
@ApplicationScoped
public class EvaluationPolicy implements Policy {

    /** On rows of {@code evaluation e}. */
    @Override
    public Sight opens(String role, Claims hers) {
        return switch (role) {
            case "manager", "monitoring", "auditor", "client" -> Sight.everything();
            case "officer" ->
                Sight.among("a.region", "regions", hers)
                        .through("action_fact a where a.code = e.action_code and a.known_to = 'infinity'");
            default -> Sight.nothing();
        };
    }

    /** Who may read a record may hear that it changed. */
    @Produces
    @Singleton
    Hearing hearing() {
        return new Hearing(
                "evaluation",
                "evaluation e",
                "e.id",
                "'/api/v1/evaluations/' || e.id",
                this,
                Hearing.admittedBy(EvaluationResource.class));
    }
}
