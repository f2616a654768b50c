package eu.mieux.preimplementation.feed;

import eu.mieux.chassis.identity.Claims;
import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Sight;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whose links are whose: each person's are her own; managers and auditors see all of them, though not the secrets, so that those
 * of somebody who has left can be revoked.
 */
@ApplicationScoped
class CalendarFeedPolicy implements Policy {

    /** Of a token, whom it is for. */
    static final String SUBJECT = "sub";

    /** On rows of {@code calendar_feed c}. */
    @Override
    public Sight opens(String role, Claims hers) {
        return switch (role) {
            case "manager", "auditor" -> Sight.everything();
            default -> Sight.among("c.owner", SUBJECT, hers);
        };
    }
}
