package eu.mieux.preimplementation.action;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.Session;

/** When Actions were launched, as implementation tells by event. */
@ApplicationScoped
public class Launches {

    private static final String LAUNCHED =
            "select launched_on from known_action where code = :reference and launched_on is not null";

    private final EntityManager entities;

    Launches(EntityManager entities) {
        this.entities = entities;
    }

    /** Empty as long as the Action with this reference is not. */
    public Optional<LocalDate> of(String reference) {
        return entities.unwrap(Session.class)
                .createNativeQuery(LAUNCHED, LocalDate.class)
                .setParameter("reference", reference)
                .getResultStream()
                .findFirst();
    }
}
