package eu.mieux.preimplementation.fiche;

import eu.mieux.chassis.identity.Sight;
import eu.mieux.chassis.problem.NotFound;
import eu.mieux.preimplementation.request.RequestPolicy;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** All Action Fiches; whoever sees a request sees its fiche. */
@ApplicationScoped
class ActionFiches implements PanacheRepositoryBase<ActionFiche, UUID> {

    private static final String IN_SIGHT =
            "select f.* from action_fiche f join request r on r.id = f.request_id where ";

    private final RequestPolicy policy;

    ActionFiches(RequestPolicy policy) {
        this.policy = policy;
    }

    /** The fiche with this id, or of the request with this reference, if the caller may see it. */
    ActionFiche get(String idOrReference) {
        Sight sight = policy.sight();
        NativeQuery<ActionFiche> query = getSession()
                .createNativeQuery(
                        IN_SIGHT + "(f.request_reference = :key or f.id = :id) and " + sight.sql(), ActionFiche.class)
                .setParameter("key", idOrReference)
                .setParameter("id", idOf(idOrReference), UUID.class);
        return sight.bind(query)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotFound("Action Fiche", idOrReference));
    }

    /** As {@link #get}, locked until the end of the transaction. */
    ActionFiche getForChange(String idOrReference) {
        ActionFiche fiche = get(idOrReference);
        getEntityManager().refresh(fiche, LockModeType.PESSIMISTIC_WRITE);
        return fiche;
    }

    boolean isThereFor(UUID requestId) {
        return count("requestId", requestId) > 0;
    }

    /** Newest first, from after this id. */
    List<ActionFiche> page(@Nullable FicheStatus status, @Nullable String region, @Nullable UUID after, int limit) {
        Sight sight = policy.sight();
        StringBuilder sql = new StringBuilder(IN_SIGHT).append(sight.sql());
        Map<String, Object> given = new HashMap<>();
        if (status != null) {
            sql.append(" and f.status = :status");
            given.put("status", status.name());
        }
        if (region != null) {
            sql.append(" and f.content ->> 'region' = :region");
            given.put("region", region);
        }
        if (after != null) {
            sql.append(" and f.id < :after");
            given.put("after", after);
        }
        NativeQuery<ActionFiche> query = getSession()
                .createNativeQuery(
                        sql.append(" order by f.id desc limit :limit").toString(), ActionFiche.class);
        given.forEach(query::setParameter);
        return sight.bind(query.setParameter("limit", limit)).getResultList();
    }

    private static @Nullable UUID idOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
