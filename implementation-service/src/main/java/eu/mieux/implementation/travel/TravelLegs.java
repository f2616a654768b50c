package eu.mieux.implementation.travel;

import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Sight;
import eu.mieux.chassis.problem.NotFound;
import eu.mieux.implementation.action.Actions;
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

/** All travel legs. Those who look after travel everywhere see every leg; an officer sees those of her Actions. */
@ApplicationScoped
class TravelLegs implements PanacheRepositoryBase<TravelLeg, UUID> {

    private static final String SELECT =
            "select t.* from travel_leg t left join action a on a.code = t.action_code where ";

    private final Actions actions;
    private final Caller caller;

    TravelLegs(Actions actions, Caller caller) {
        this.actions = actions;
        this.caller = caller;
    }

    /** What a list may be narrowed to. */
    record Filter(
            @Nullable String action,
            @Nullable Integer activity,
            @Nullable String traveller,
            @Nullable Integer year) {}

    TravelLeg get(String idOrKey) {
        Sight sight = sight();
        NativeQuery<TravelLeg> query = getSession()
                .createNativeQuery(SELECT + "(t.key = :key or t.id = :id) and " + sight.sql(), TravelLeg.class)
                .setParameter("key", idOrKey)
                .setParameter("id", idOf(idOrKey), UUID.class);
        return sight.bind(query).getResultList().stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("travel leg", idOrKey));
    }

    /** Newest first, from after this id. */
    List<TravelLeg> page(Filter filter, @Nullable UUID after, int limit) {
        Sight sight = sight();
        StringBuilder sql = new StringBuilder(SELECT).append(sight.sql());
        Map<String, Object> given = new HashMap<>();
        narrow(sql, given, "t.id < :after", "after", after);
        narrow(sql, given, "t.action_code = :action", "action", filter.action());
        narrow(sql, given, "t.activity_number = :activity", "activity", filter.activity());
        narrow(sql, given, "t.traveller_key = :traveller", "traveller", filter.traveller());
        narrow(sql, given, "extract(year from t.departed_on) = :year", "year", filter.year());
        NativeQuery<TravelLeg> query = getSession()
                .createNativeQuery(
                        sql.append(" order by t.id desc limit :limit").toString(), TravelLeg.class);
        given.forEach(query::setParameter);
        return sight.bind(query.setParameter("limit", limit)).getResultList();
    }

    Map<String, TravelLeg> lockByKey(Collection<String> keys) {
        return find("key in ?1 order by key", keys).withLock(LockModeType.PESSIMISTIC_WRITE).list().stream()
                .collect(Collectors.toMap(TravelLeg::key, Function.identity()));
    }

    private Sight sight() {
        return caller.hasAny("manager", "auditor", "logistics", "monitoring", "emm")
                ? Sight.everything()
                : actions.sight();
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
