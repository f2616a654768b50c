package eu.mieux.implementation.deliverable;

import eu.mieux.chassis.problem.NotFound;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All deliverables. Who may see which is decided on their Actions. */
@ApplicationScoped
class Deliverables implements PanacheRepositoryBase<Deliverable, UUID> {

    private static final String LOCK_BATCH = """
            select d.* from unnest(cast(:codes as text[]), cast(:titles as text[])) as k(code, title)
            join deliverable d on d.action_code = k.code and d.title = k.title
            order by d.id for update of d""";

    Deliverable get(String actionCode, UUID id) {
        return find("actionCode = ?1 and id = ?2", actionCode, id)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("deliverable", id));
    }

    /** As {@link #get}, locked until the end of the transaction. */
    Deliverable getForChange(String actionCode, UUID id) {
        return find("actionCode = ?1 and id = ?2", actionCode, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("deliverable", id));
    }

    boolean has(String actionCode, String title) {
        return count("actionCode = ?1 and title = ?2", actionCode, title) > 0;
    }

    /** Those of an Action, newest first, from after this id. */
    List<Deliverable> page(String actionCode, @Nullable DeliverableStatus status, @Nullable UUID after, int limit) {
        return find(
                        "actionCode = ?1 and (?2 is null or status = ?2) and (?3 is null or id < ?3) order by id desc",
                        actionCode,
                        status,
                        after)
                .range(0, limit - 1)
                .list();
    }

    Map<DeliverableRecord.Key, Deliverable> lockByKey(List<DeliverableRecord.Key> keys) {
        return getSession()
                .createNativeQuery(LOCK_BATCH, Deliverable.class)
                .setParameter(
                        "codes",
                        keys.stream().map(DeliverableRecord.Key::actionCode).toArray(String[]::new))
                .setParameter(
                        "titles",
                        keys.stream().map(DeliverableRecord.Key::title).toArray(String[]::new))
                .getResultStream()
                .collect(Collectors.toMap(Deliverable::key, Function.identity()));
    }
}
