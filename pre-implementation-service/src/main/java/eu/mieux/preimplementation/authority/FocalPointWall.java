package eu.mieux.preimplementation.authority;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.stream.Stream;

/**
 * The second wall around focal points, who are persons: row-level security (migration V75) shows a transaction those of the
 * authorities alone that were named here. A query that forgets the policy finds nobody. Unlike the wall around experts it is opened
 * where persons are looked at and not by every connection, for lists of requests must not pay for it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class FocalPointWall {

    private static final String TELL = "select set_config('mieux.focal_points_of', :whose, true)";
    private static final String ALL = "*";

    private final EntityManager entities;

    FocalPointWall(EntityManager entities) {
        this.entities = entities;
    }

    /** Until this transaction ends, those of these authorities are shown and changed, of which the caller may see them. */
    void openTo(Authority... authorities) {
        tell(Stream.of(authorities).map(authority -> authority.id().toString()).collect(joining(",")));
    }

    /** Until this transaction ends, all are shown: to the service itself, which writes to them. */
    void openToTheService() {
        tell(ALL);
    }

    private void tell(String whose) {
        entities.createNativeQuery(TELL, String.class)
                .setParameter("whose", whose)
                .getSingleResult();
    }
}
