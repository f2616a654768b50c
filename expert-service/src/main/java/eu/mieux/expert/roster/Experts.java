package eu.mieux.expert.roster;

import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Selection;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All experts, each caller's share of them by {@link ExpertPolicy}. */
@ApplicationScoped
public class Experts implements PanacheRepositoryBase<Expert, UUID> {

    private static final String LOCK_STANDING =
            "select category, background from expert where key = :key for no key update";
    private static final String NEXT_NUMBER = "select nextval('expert_number')";
    private static final String KEEP_UP = """
            select setval('expert_number', cast(:number as bigint))
            from expert_number where last_value <= :number""";

    private final ExpertPolicy policy;
    private final Caller caller;

    Experts(ExpertPolicy policy, Caller caller) {
        this.policy = policy;
        this.caller = caller;
    }

    /**
     * What a list may be narrowed to.
     *
     * @param skills any of these, as {@code fr:C1}
     */
    record Filter(
            @Nullable String category,
            @Nullable List<String> skills,
            @Nullable String theme,
            @Nullable String nationality) {}

    /** The expert with this id or key, if the caller may see her. */
    Expert get(String idOrKey) {
        return inSight().named("e.id", "e.key", idOrKey).get(getSession(), "expert", idOrKey);
    }

    /** As {@link #get}, locked until the end of the transaction. */
    Expert getForChange(String idOrKey) {
        return inSight().named("e.id", "e.key", idOrKey).getForChange(getSession(), "e", "expert", idOrKey);
    }

    List<Expert> page(Filter filter, Order<?> order, int limit) {
        List<String> skills = filter.skills();
        return inSight()
                .narrow("e.category = :category", "category", filter.category())
                .narrow(
                        "e.languages && cast(:skills as text[])",
                        "skills",
                        skills == null ? null : skills.toArray(String[]::new))
                .narrow("e.themes @> array[cast(:theme as text)]", "theme", filter.theme())
                .narrow("e.nationality = :nationality", "nationality", filter.nationality())
                .list(getSession(), order, limit);
    }

    /** Of these experts, all of them in her sight, those whose contact the caller sees. */
    Set<Expert> withContact(List<Expert> seen) {
        return inSight().shown(getSession(), caller.sight(policy, ExpertPolicy.SHOWN_CONTACTS), "e.id", seen);
    }

    private Selection<Expert> inSight() {
        return Selection.of(Expert.class, "select * from expert e", caller.reach(policy));
    }

    /**
     * What this expert is now. Her row stays locked until the end of the transaction, so that no two deployments of hers
     * are agreed at the same moment.
     */
    public Optional<Standing> lockStanding(String key) {
        return getSession()
                .createNativeQuery(LOCK_STANDING, Object[].class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst()
                .map(row -> new Standing((String) row[0], (String) row[1]));
    }

    /** Of these keys, those that no expert has. */
    public Set<String> unknown(Collection<String> keys) {
        Set<String> missing = new HashSet<>(keys);
        missing.removeAll(getEntityManager()
                .createQuery("select e.key from Expert e where e.key in :keys", String.class)
                .setParameter("keys", missing)
                .getResultList());
        return missing;
    }

    Map<String, Expert> lockByKey(Collection<String> keys) {
        return find("key in ?1 order by key", keys).withLock(LockModeType.PESSIMISTIC_WRITE).list().stream()
                .collect(Collectors.toMap(Expert::key, Function.identity()));
    }

    /** {@code expert-0861}: the next number that nobody has. */
    String nextKey() {
        String key;
        do {
            Number next =
                    (Number) getEntityManager().createNativeQuery(NEXT_NUMBER).getSingleResult();
            key = String.format(Locale.ROOT, "expert-%04d", next.longValue());
        } while (count("key", key) > 0);
        return key;
    }

    /** Makes sure that numbers brought in by a portfolio are not allotted again. */
    void keepUpWith(long number) {
        getEntityManager()
                .createNativeQuery(KEEP_UP)
                .setParameter("number", number)
                .getResultList();
    }
}
