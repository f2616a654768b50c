package eu.mieux.preimplementation.request;

import eu.mieux.preimplementation.request.FastResponseClock.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** How far the Action Fiche of a request has come. */
@ApplicationScoped
class FicheProgress {

    private static final String STATUS = "select status from action_fiche where request_id = :request";

    private static final String ENDORSED = """
            select side from endorsement join action_fiche on action_fiche.id = fiche_id
            where request_id = :request and endorsement.content_version = action_fiche.content_version""";

    private static final List<Turn> SIDES = List.of(Turn.OFFICER, Turn.STEERING_GROUP, Turn.PARTNER);

    private final EntityManager entities;

    FicheProgress(EntityManager entities) {
        this.entities = entities;
    }

    /** Empty when there is no fiche. */
    Optional<String> status(Request request) {
        return entities.unwrap(Session.class)
                .createNativeQuery(STATUS, String.class)
                .setParameter("request", request.id())
                .uniqueResultOptional();
    }

    /** Those who have not endorsed its current version. */
    List<Turn> silentSides(Request request) {
        List<Turn> endorsed = entities
                .unwrap(Session.class)
                .createNativeQuery(ENDORSED, String.class)
                .setParameter("request", request.id())
                .getResultList()
                .stream()
                .map(Turn::valueOf)
                .toList();
        return SIDES.stream().filter(side -> !endorsed.contains(side)).toList();
    }
}
