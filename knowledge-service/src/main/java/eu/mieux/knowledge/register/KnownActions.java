package eu.mieux.knowledge.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.Session;

/** The Actions that this service has heard of. */
@ApplicationScoped
public class KnownActions {

    private static final String KNOWN = "select code from known_action where code = any(cast(:codes as text[]))";

    private final Session session;

    KnownActions(Session session) {
        this.session = session;
    }

    /** Of these codes, those that no Action has. */
    public Set<String> unknown(Collection<String> codes) {
        Set<String> missing = new HashSet<>(codes);
        if (!missing.isEmpty()) {
            missing.removeAll(session.createNativeQuery(KNOWN, String.class)
                    .setParameter("codes", codes.toArray(String[]::new))
                    .getResultList());
        }
        return missing;
    }
}
