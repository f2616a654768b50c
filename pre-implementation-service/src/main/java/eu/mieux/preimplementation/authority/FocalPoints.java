package eu.mieux.preimplementation.authority;

import eu.mieux.chassis.identity.Listener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;

/** Whom one writes to at an authority. Data of persons: who asks sees to it that nobody is shown them. */
@ApplicationScoped
public class FocalPoints {

    /** That names the authorities of a partner. */
    public static final String CLAIM = "authority";

    private static final String REACHABLE = """
            select a.key, c.email, c.languages from authority a join authority_contact c on c.authority_id = a.id
            where a.key = any(:keys) and c.email is not null order by c.id""";

    private static final String REACHED_AT = """
            select distinct a.key from authority a join authority_contact c on c.authority_id = a.id
            where lower(c.email) = lower(:address)""";

    private final EntityManager entities;
    private final FocalPointWall wall;

    FocalPoints(EntityManager entities, FocalPointWall wall) {
        this.entities = entities;
        this.wall = wall;
    }

    /** What a focal point may read: what partners of her authority may. */
    public static Listener listener(String authority) {
        return new Listener(Set.of("partner"), Map.of(CLAIM, List.of(authority)), Set.of());
    }

    /** Somebody at an authority who can be written to. */
    public record FocalPoint(String authority, String email, List<String> languages) {}

    public List<FocalPoint> of(Collection<String> authorities) {
        wall.openToTheService();
        return entities.unwrap(Session.class)
                .createNativeQuery(REACHABLE, Object[].class)
                .setParameter("keys", authorities.toArray(String[]::new))
                .getResultStream()
                .map(row -> new FocalPoint((String) row[0], (String) row[1], List.of((String[]) row[2])))
                .toList();
    }

    /** The authorities whose focal point is reached at this address. */
    public List<String> authoritiesOf(String address) {
        wall.openToTheService();
        return entities.unwrap(Session.class)
                .createNativeQuery(REACHED_AT, String.class)
                .setParameter("address", address)
                .getResultList();
    }
}
