package eu.mieux.preimplementation.request;

import eu.mieux.chassis.identity.Sight;
import eu.mieux.chassis.problem.NotFound;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** All requests, each caller's share of them by {@link RequestPolicy}. */
@ApplicationScoped
class Requests implements PanacheRepositoryBase<Request, UUID> {

    private final RequestPolicy policy;

    Requests(RequestPolicy policy) {
        this.policy = policy;
    }

    /** What a list may be narrowed to. */
    record Filter(
            @Nullable String status,
            @Nullable String country,
            @Nullable String authority,
            @Nullable Integer year) {}

    /** The request with this id or reference, if the caller may see it. */
    Request get(String idOrReference) {
        Sight sight = policy.sight();
        NativeQuery<Request> query = getSession()
                .createNativeQuery(
                        "select * from request r where (r.reference = :key or r.id = :id) and " + sight.sql(),
                        Request.class)
                .setParameter("key", idOrReference)
                .setParameter("id", idOf(idOrReference), UUID.class);
        return sight.bind(query)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotFound("request", idOrReference));
    }

    /** As {@link #get}, locked until the end of the transaction. */
    Request getForChange(String idOrReference) {
        Request request = get(idOrReference);
        getEntityManager().refresh(request, LockModeType.PESSIMISTIC_WRITE);
        return request;
    }

    /** Newest first, from after this id. */
    List<Request> page(Filter filter, @Nullable UUID after, int limit) {
        Sight sight = policy.sight();
        StringBuilder sql = new StringBuilder("select * from request r where ").append(sight.sql());
        Map<String, Object> given = new java.util.HashMap<>();
        narrow(sql, given, "r.id < :after", "after", after);
        narrow(sql, given, "r.status = :status", "status", filter.status());
        narrow(sql, given, "r.countries @> array[cast(:country as text)]", "country", filter.country());
        narrow(sql, given, "r.authority_keys @> array[cast(:authority as text)]", "authority", filter.authority());
        narrow(sql, given, "extract(year from r.submitted_on) = :year", "year", filter.year());
        NativeQuery<Request> query = getSession()
                .createNativeQuery(
                        sql.append(" order by r.id desc limit :limit").toString(), Request.class);
        given.forEach(query::setParameter);
        return sight.bind(query.setParameter("limit", limit)).getResultList();
    }

    Map<String, Request> lockByReference(Collection<String> references) {
        return find("reference in ?1 order by reference", references)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .stream()
                .collect(Collectors.toMap(Request::name, Function.identity()));
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
