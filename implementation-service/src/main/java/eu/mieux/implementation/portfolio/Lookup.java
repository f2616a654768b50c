package eu.mieux.implementation.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.Session;

/** Asks for many keys at once which of them are not there. */
@ApplicationScoped
public class Lookup {

    private final EntityManager entities;

    Lookup(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Of these keys, those that the query does not find.
     *
     * @param sql a query for one text column, whose parameter {@code :keys} is a {@code text[]}
     */
    public Set<String> missing(String sql, Collection<String> keys) {
        Set<String> missing = new HashSet<>(keys);
        entities.unwrap(Session.class)
                .createNativeQuery(sql, String.class)
                .setParameter("keys", keys.toArray(String[]::new))
                .getResultList()
                .forEach(missing::remove);
        return missing;
    }
}
