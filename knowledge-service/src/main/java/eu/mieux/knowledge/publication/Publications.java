package eu.mieux.knowledge.publication;

import eu.mieux.chassis.http.Cursor;
import eu.mieux.chassis.identity.Sight;
import eu.mieux.chassis.problem.NotFound;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** All publications, each caller's share of them by {@link PublicationPolicy}. */
@ApplicationScoped
class Publications implements PanacheRepositoryBase<Publication, UUID> {

    private final PublicationPolicy policy;

    Publications(PublicationPolicy policy) {
        this.policy = policy;
    }

    /** What a list may be narrowed to. */
    record Filter(
            @Nullable PublicationStatus status,
            @Nullable String kind,
            @Nullable Integer year,
            @Nullable String country,
            @Nullable String theme,
            @Nullable String language,
            @Nullable String action) {}

    /** The publication with this id or key, if the caller may see it. */
    Publication get(String idOrKey) {
        Sight sight = policy.sight();
        NativeQuery<Publication> query = getSession()
                .createNativeQuery(
                        "select * from publication p where (p.key = :key or p.id = :id) and " + sight.sql(),
                        Publication.class)
                .setParameter("key", idOrKey)
                .setParameter("id", idOf(idOrKey), UUID.class);
        return sight.bind(query).getResultStream().findFirst().orElseThrow(() -> new NotFound("publication", idOrKey));
    }

    /** As {@link #get}, locked until the end of the transaction. */
    Publication getForChange(String idOrKey) {
        Publication publication = get(idOrKey);
        getEntityManager().refresh(publication, LockModeType.PESSIMISTIC_WRITE);
        return publication;
    }

    boolean isTaken(String key) {
        return count("key", key) > 0;
    }

    /** What is not published yet, then the newest first. */
    List<Publication> page(Filter filter, Cursor from, int limit) {
        Sight sight = policy.sight();
        StringBuilder sql = new StringBuilder("select * from publication p where ").append(sight.sql());
        Map<String, Object> given = new HashMap<>();
        if (!from.isStart()) {
            sql.append(" and (p.sort_day, p.id) < (:afterDay, :afterId)");
            given.put("afterDay", from.number(0));
            given.put("afterId", from.uuid(1));
        }
        narrow(
                sql,
                given,
                "p.status = :status",
                "status",
                filter.status() == null ? null : filter.status().name());
        narrow(sql, given, "p.kind = :kind", "kind", filter.kind());
        narrow(sql, given, "extract(year from p.published_on) = :year", "year", filter.year());
        narrow(sql, given, "p.countries @> array[cast(:country as text)]", "country", filter.country());
        narrow(sql, given, "p.themes @> array[cast(:theme as text)]", "theme", filter.theme());
        narrow(sql, given, "p.languages @> array[cast(:language as text)]", "language", filter.language());
        narrow(sql, given, "p.action_codes @> array[cast(:action as text)]", "action", filter.action());
        sql.append(" order by p.sort_day desc, p.id desc limit :limit");
        NativeQuery<Publication> query = getSession().createNativeQuery(sql.toString(), Publication.class);
        given.forEach(query::setParameter);
        return sight.bind(query.setParameter("limit", limit)).getResultList();
    }

    Map<String, Publication> lockByKey(Collection<String> keys) {
        return find("key in ?1 order by key", keys).withLock(LockModeType.PESSIMISTIC_WRITE).list().stream()
                .collect(Collectors.toMap(Publication::key, Function.identity()));
    }

    private static void narrow(
            StringBuilder sql, Map<String, Object> given, String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            given.put(name, value);
        }
    }

    private static @Nullable UUID idOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
