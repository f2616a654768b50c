package eu.mieux.implementation.activity;

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
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** All Activities. Who may see which is decided on their Actions. */
@ApplicationScoped
public class Activities implements PanacheRepositoryBase<Activity, UUID> {

    private static final String LOCK_BATCH = """
            select a.* from unnest(cast(:codes as text[]), cast(:numbers as int[])) as k(code, number)
            join activity a on a.action_code = k.code and a.number = k.number
            order by a.id for update of a""";
    private static final String MISSING_PLACES = """
            select k.place
            from unnest(cast(:codes as text[]), cast(:numbers as int[])) with ordinality as k(code, number, place)
            where not exists (select from activity a where a.action_code = k.code and a.number = k.number)""";

    Activity get(ActivityKey key) {
        return find("actionCode = ?1 and number = ?2", key.actionCode(), key.number())
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("Activity", key));
    }

    /** As {@link #get}, locked until the end of the transaction. */
    Activity getForChange(ActivityKey key) {
        return find("actionCode = ?1 and number = ?2", key.actionCode(), key.number())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("Activity", key));
    }

    /** Those of an Action. */
    List<Activity> page(String actionCode, @Nullable ActivityStatus status, Order<?> order, int limit) {
        return Selection.of(Activity.class, "select * from activity v", Reach.of(Sight.everything()))
                .narrow("v.action_code = :action", "action", actionCode)
                .narrow("v.status = :status", "status", status)
                .list(getSession(), order, limit);
    }

    /** The next free number of an Action; the caller holds the Action's lock. */
    int nextNumber(String actionCode) {
        return getEntityManager()
                        .createQuery(
                                "select coalesce(max(a.number), 0) from Activity a where a.actionCode = :code",
                                Integer.class)
                        .setParameter("code", actionCode)
                        .getSingleResult()
                + 1;
    }

    Map<ActivityKey, Activity> lockByKey(List<ActivityKey> keys) {
        return byKeys(EntityRows.query(getSession(), LOCK_BATCH, Activity.class), keys)
                .getResultStream()
                .collect(Collectors.toMap(Activity::key, Function.identity()));
    }

    /** Of these keys, those that no Activity has. */
    public Set<ActivityKey> unknown(Set<ActivityKey> keys) {
        List<ActivityKey> asked = List.copyOf(keys);
        return byKeys(getSession().createNativeQuery(MISSING_PLACES, Long.class), asked)
                .getResultStream()
                .map(place -> asked.get(place.intValue() - 1))
                .collect(Collectors.toSet());
    }

    private static <T> NativeQuery<T> byKeys(NativeQuery<T> query, List<ActivityKey> keys) {
        return query.setParameter(
                        "codes", keys.stream().map(ActivityKey::actionCode).toArray(String[]::new))
                .setParameter("numbers", keys.stream().map(ActivityKey::number).toArray(Integer[]::new));
    }

    /** Who may read a record may hear that it changed. */
    @Produces
    @Singleton
    Hearing hearing(ActionPolicy policy) {
        return new Hearing(
                "activity",
                "activity t join action a on a.code = t.action_code",
                "t.id",
                "'/api/v1/actions/' || t.action_code || '/activities/' || t.number",
                policy,
                Hearing.admittedBy(ActivityResource.class));
    }
}
