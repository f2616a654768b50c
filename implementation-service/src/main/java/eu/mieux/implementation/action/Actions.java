package eu.mieux.implementation.action;

import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Selection;
import eu.mieux.implementation.portfolio.Lookup;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All Actions, each caller's share of them by {@link ActionPolicy}. */
@ApplicationScoped
public class Actions implements PanacheRepositoryBase<Action, UUID> {

    private final ActionPolicy policy;
    private final Caller caller;
    private final Lookup lookup;
    private final AgroalDataSource database;

    Actions(ActionPolicy policy, Caller caller, Lookup lookup, AgroalDataSource database) {
        this.policy = policy;
        this.caller = caller;
        this.lookup = lookup;
        this.database = database;
    }

    /** What a list may be narrowed to. */
    record Filter(
            @Nullable String region,
            @Nullable String country,
            @Nullable String status,
            @Nullable Integer year) {}

    /** The Action with this id or code, if it is the caller's for what she asks. */
    Action get(String idOrCode) {
        return named(idOrCode).get(getSession(), "Action", idOrCode);
    }

    /** As {@link #get}, locked until the end of the transaction. */
    Action getForChange(String idOrCode) {
        return named(idOrCode).getForChange(getSession(), "a", "Action", idOrCode);
    }

    /** The code of the Action with this id or code, if it is the caller's for what she asks. */
    public String code(String idOrCode) {
        return get(idOrCode).code();
    }

    /** As {@link #code}, for something new in it: it must not be cancelled, and is locked until the transaction ends. */
    public String codeToExtend(String idOrCode) {
        return alive(getForChange(idOrCode));
    }

    /** As {@link #code}, for a change to something in it: in a cancelled Action nothing is done any more. */
    public String codeToWorkIn(String idOrCode) {
        return alive(get(idOrCode));
    }

    private static String alive(Action action) {
        if (action.status() == ActionStatus.CANCELLED) {
            throw new ActionRefusals.ActionIsCancelled(action.code());
        }
        return action.code();
    }

    /** Of these codes, those that no Action has. */
    public Set<String> unknown(Collection<String> codes) {
        return lookup.missing("select code from action where code = any(cast(:keys as text[]))", codes);
    }

    boolean has(String code) {
        return count("code", code) > 0;
    }

    List<ActionListed> page(Filter filter, Order<?> order, int limit) {
        return inSight()
                .narrow("a.region = :region", "region", filter.region())
                .narrow("a.countries @> array[cast(:country as text)]", "country", filter.country())
                .narrow("a.status = :status", "status", filter.status())
                .narrow("extract(year from a.launched_on) = :year", "year", filter.year())
                .rows(database, ActionListed::of, order, limit);
    }

    Map<String, Action> lockByCode(Collection<String> codes) {
        return find("code in ?1 order by code", codes).withLock(LockModeType.PESSIMISTIC_WRITE).list().stream()
                .collect(Collectors.toMap(Action::code, Function.identity()));
    }

    private Selection<Action> inSight() {
        return Selection.of(Action.class, "select a.* from action a", caller.reach(policy));
    }

    private Selection<Action> named(String idOrCode) {
        return inSight().named("a.id", "a.code", idOrCode);
    }
}
