package eu.mieux.chassis.proof.shoe;

import eu.mieux.chassis.identity.Claims;
import eu.mieux.chassis.identity.Hearing;
import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Whose shoes are whose: who packs them the articles that her token names, others see the whole shelf. */
@ApplicationScoped
class ShoePolicy implements Policy {

    /** On rows of {@code shoe s}. */
    @Override
    public Sight opens(String role, Claims hers) {
        return switch (role) {
            case "manager", "officer", "auditor", "client" -> Sight.everything();
            case "logistics" -> Sight.among("s.article", "articles", hers);
            default -> Sight.nothing();
        };
    }

    /** Who may read a record may hear that it changed. */
    @Produces
    @Singleton
    Hearing hearing() {
        return new Hearing(
                "shoe", "shoe s", "s.id", "'/api/v1/shoes/' || s.id", this, Hearing.admittedBy(ShoeResource.class));
    }
}
