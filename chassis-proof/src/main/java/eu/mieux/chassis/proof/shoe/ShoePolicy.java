package eu.mieux.chassis.proof.shoe;

import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Sight;
import jakarta.enterprise.context.ApplicationScoped;

/** Whose shoes are whose: who packs them the articles that her token names, others see the whole shelf. */
@ApplicationScoped
class ShoePolicy implements Policy {

    private final Caller caller;

    ShoePolicy(Caller caller) {
        this.caller = caller;
    }

    /** On rows of {@code shoe s}. */
    @Override
    public Sight opens(String role) {
        return switch (role) {
            case "manager", "officer", "auditor", "client" -> Sight.everything();
            case "logistics" -> Sight.among("s.article", "article_claim", caller.claims("articles"));
            default -> Sight.nothing();
        };
    }
}
