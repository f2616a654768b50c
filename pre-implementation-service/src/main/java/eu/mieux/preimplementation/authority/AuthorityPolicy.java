package eu.mieux.preimplementation.authority;

import eu.mieux.chassis.identity.Claims;
import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Authorities are public institutions, so everybody sees them; their focal points are persons. */
@ApplicationScoped
class AuthorityPolicy implements Policy {

    /** Who sees focal points, of the authorities that the role opens. Machines do not. */
    static final Set<String> SHOWN_CONTACTS = Set.of("officer", "manager", "auditor", "partner");

    /** On rows of {@code authority a}, as far as persons are concerned. */
    @Override
    public Sight opens(String role, Claims hers) {
        return switch (role) {
            case "officer", "manager", "auditor" -> Sight.everything();
            case "partner" -> Sight.among("a.key", "authority", hers);
            default -> Sight.nothing();
        };
    }

    @Override
    public Sight opensToAll() {
        return Sight.everything();
    }
}
