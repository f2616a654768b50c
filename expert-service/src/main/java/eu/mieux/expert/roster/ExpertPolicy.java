package eu.mieux.expert.roster;

import eu.mieux.chassis.identity.Claims;
import eu.mieux.chassis.identity.Hearing;
import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/** Who may see which experts: those who staff Activities all of them, an expert herself, everyone else nobody. */
@ApplicationScoped
class ExpertPolicy implements Policy {

    /** Who sees how the experts are reached that they see. */
    static final Set<String> SHOWN_CONTACTS = Set.of("emm", "manager", "auditor", "expert");

    /** On rows of {@code expert e}. */
    @Override
    public Sight opens(String role, Claims hers) {
        return switch (role) {
            case "emm", "manager", "officer", "auditor", "client" -> Sight.everything();
            case "expert" -> Sight.among("e.key", "expert", hers);
            default -> Sight.nothing();
        };
    }

    /** Who may read a record may hear that it changed. */
    @Produces
    @Singleton
    Hearing hearing() {
        return new Hearing(
                "expert",
                "expert e",
                "e.id",
                "'/api/v1/experts/' || e.id",
                this,
                Hearing.admittedBy(ExpertResource.class));
    }
}
