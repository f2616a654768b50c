package eu.mieux.preimplementation.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.Session;

/** When the Actions of requests were launched, as implementation tells by event. */
@ApplicationScoped
class Launches {

    private static final String LAUNCHED =
            "select launched_on from known_action where code = :reference and launched_on is not null";

    private final EntityManager entities;

    Launches(EntityManager entities) {
        this.entities = entities;
    }

    Optional<LocalDate> of(Request request) {
        return entities.unwrap(Session.class)
                .createNativeQuery(LAUNCHED, LocalDate.class)
                .setParameter("reference", request.name())
                .getResultStream()
                .findFirst();
    }
}
