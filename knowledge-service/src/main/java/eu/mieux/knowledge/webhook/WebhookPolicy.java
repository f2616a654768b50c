package eu.mieux.knowledge.webhook;

import eu.mieux.chassis.identity.Claims;
import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Sight;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whose webhooks are whose: a machine's are its own, managers and auditors see all. Who may change them is said by the roles on
 * {@link WebhookResource}.
 */
@ApplicationScoped
class WebhookPolicy implements Policy {

    /** Of a token, whom it is for. */
    static final String SUBJECT = "sub";

    /** On rows of {@code webhook w}. */
    @Override
    public Sight opens(String role, Claims hers) {
        return switch (role) {
            case "manager", "auditor" -> Sight.everything();
            case "client" -> Sight.among("w.owner", SUBJECT, hers);
            default -> Sight.nothing();
        };
    }
}
