package eu.mieux.implementation.deliverable;

import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.identity.Hearing;
import eu.mieux.chassis.identity.Reach;
import eu.mieux.chassis.identity.Selection;
import eu.mieux.chassis.identity.Sight;
import eu.mieux.chassis.problem.NotFound;
import eu.mieux.chassis.sql.EntityRows;
import eu.mieux.implementation.action.ActionPolicy;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
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

    /** Those of an Action. */
    List<Deliverable> page(String actionCode, @Nullable DeliverableStatus status, Order<?> order, int limit) {
        return Selection.of(Deliverable.class, "select * from deliverable d", Reach.of(Sight.everything()))
                .narrow("d.action_code = :action", "action", actionCode)
                .narrow("d.status = :status", "status", status)
                .list(getSession(), order, limit);
    }

    Map<DeliverableRecord.Key, Deliverable> lockByKey(List<DeliverableRecord.Key> keys) {
        return EntityRows.query(getSession(), LOCK_BATCH, Deliverable.class)
                .setParameter(
                        "codes",
                        keys.stream().map(DeliverableRecord.Key::actionCode).toArray(String[]::new))
                .setParameter(
                        "titles",
                        keys.stream().map(DeliverableRecord.Key::title).toArray(String[]::new))
                .getResultStream()
                .collect(Collectors.toMap(Deliverable::key, Function.identity()));
    }

    /** Who may read a record may hear that it changed. */
    @Produces
    @Singleton
    Hearing hearing(ActionPolicy policy) {
        return new Hearing(
                "deliverable",
                "deliverable d join action a on a.code = d.action_code",
                "d.id",
                "'/api/v1/actions/' || d.action_code || '/deliverables/' || d.id",
                policy,
                Hearing.admittedBy(DeliverableResource.class));
    }
}
