package eu.mieux.knowledge.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The Actions that this service has heard of. */
@ApplicationScoped
public class KnownActions {

    private static final String KNOWN = "select code from known_action where code = any(cast(:codes as text[]))";

    private final EntityManager entities;

    KnownActions(EntityManager entities) {
        this.entities = entities;
    }

    /** Of these codes, those that no Action has. */
    public Set<String> unknown(Collection<String> codes) {
        Set<String> missing = new HashSet<>(codes);
        if (!missing.isEmpty()) {
            missing.removeAll(entities.createNativeQuery(KNOWN, String.class)
                    .setParameter("codes", codes.toArray(String[]::new))
                    .getResultList());
        }
        return missing;
    }
}
