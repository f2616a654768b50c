package eu.mieux.implementation.travel;

import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Selection;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All travel legs, each caller's share of them by {@link TravelPolicy}. */
@ApplicationScoped
class TravelLegs implements PanacheRepositoryBase<TravelLeg, UUID> {

    private static final String WITH_ITS_ACTION =
            "select t.* from travel_leg t left join action a on a.code = t.action_code";

    private final TravelPolicy policy;
    private final Caller caller;

    TravelLegs(TravelPolicy policy, Caller caller) {
        this.policy = policy;
        this.caller = caller;
    }

    /** What a list may be narrowed to. */
    record Filter(
            @Nullable String action,
            @Nullable Integer activity,
            @Nullable String traveller,
            @Nullable Integer year) {}

    TravelLeg get(String idOrKey) {
        return inSight().named("t.id", "t.key", idOrKey).get(getSession(), "travel leg", idOrKey);
    }

    List<TravelLeg> page(Filter filter, Order<?> order, int limit) {
        return inSight()
                .narrow("t.action_code = :action", "action", filter.action())
                .narrow("t.activity_number = :activity", "activity", filter.activity())
                .narrow("t.traveller_key = :traveller", "traveller", filter.traveller())
                .narrow("extract(year from t.departed_on) = :year", "year", filter.year())
                .list(getSession(), order, limit);
    }

    Map<String, TravelLeg> lockByKey(Collection<String> keys) {
        return find("key in ?1 order by key", keys).withLock(LockModeType.PESSIMISTIC_WRITE).list().stream()
                .collect(Collectors.toMap(TravelLeg::key, Function.identity()));
    }

    private Selection<TravelLeg> inSight() {
        return Selection.of(TravelLeg.class, WITH_ITS_ACTION, caller.reach(policy));
    }
}
