package eu.mieux.preimplementation.authority;

import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.OutOfReach;
import eu.mieux.chassis.identity.Reach;
import eu.mieux.chassis.identity.Selection;
import eu.mieux.chassis.identity.Sight;
import eu.mieux.chassis.key.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All authorities. */
@ApplicationScoped
public class Authorities implements PanacheRepositoryBase<Authority, UUID> {

    private static final String ALL = "select * from authority a";

    private final AuthorityPolicy policy;
    private final Caller caller;

    Authorities(AuthorityPolicy policy, Caller caller) {
        this.policy = policy;
        this.caller = caller;
    }

    /** What a request needs to know of an authority. */
    public record Asking(
            String key,
            String name,
            AuthorityType type,
            @Nullable String country,
            @Nullable String regionalOrganisation) {}

    Optional<Authority> find(String idOrKey) {
        // A key may look like an id ("be-ac-1-2-3" does to UUID.fromString), so it comes first.
        Optional<Authority> byKey = find("key", idOrKey).firstResultOptional();
        return byKey.isPresent() ? byKey : Ids.read(idOrKey).flatMap(this::findByIdOptional);
    }

    Optional<Authority> findForChange(String idOrKey) {
        Optional<Authority> found = find(idOrKey);
        found.ifPresent(a -> getEntityManager().refresh(a, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    /** What a list may be narrowed to; the name is one of those that they are called, or a part of it, spelt somehow. */
    record Filter(
            @Nullable String name,
            @Nullable String country,
            @Nullable AuthorityType type) {}

    /** Those that go on. */
    List<Authority> page(Filter filter, Order<?> order, int limit) {
        return Selection.of(Authority.class, ALL, Reach.of(Sight.where("a.merged_into is null")))
                .narrow("a.id in (select authorities_called(:name))", "name", filter.name())
                .narrow("a.country = :country", "country", filter.country())
                .narrow("a.type = :type", "type", filter.type())
                .list(getSession(), order, limit);
    }

    /** Whether the caller may see whom one writes to at this authority. */
    boolean showsContacts(Authority authority) {
        return isFor(authority, AuthorityPolicy.SHOWN_CONTACTS);
    }

    /** @throws OutOfReach when it is not hers to change */
    void requireWriter(Authority authority) {
        if (!isFor(authority, AuthorityPolicy.WRITERS)) {
            throw new OutOfReach("authority", authority.key());
        }
    }

    private boolean isFor(Authority authority, Set<String> roles) {
        return !Selection.of(Authority.class, ALL, caller.reach(policy))
                .shown(getSession(), caller.sight(policy, roles), "a.id", List.of(authority))
                .isEmpty();
    }

    /** Locks both, always in the same order, and reads them anew. */
    void lock(Authority one, Authority other) {
        Stream.of(one, other)
                .distinct()
                .sorted(Comparator.comparing(Authority::key))
                .forEach(a -> getEntityManager().refresh(a, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Those that were merged into this one. */
    List<Authority> mergedInto(String key) {
        return find("mergedInto = ?1 order by key", key)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Those of whom it was said that they are not this one. */
    Map<UUID, Distinction> toldApartFrom(Authority authority) {
        return getEntityManager()
                .createQuery(
                        "select a.id, value(d) from Authority a join a.distinctions d where key(d) = :other",
                        Object[].class)
                .setParameter("other", authority.id())
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Distinction) row[1]));
    }

    Map<String, Authority> lockByKey(Collection<String> keys) {
        return find("key in ?1 order by key", keys).withLock(LockModeType.PESSIMISTIC_WRITE).list().stream()
                .collect(Collectors.toMap(Authority::key, Function.identity()));
    }

    /**
     * These authorities by the keys of those that go on for them, each once. Until the transaction ends none of them is merged, so
     * that what names them now names no merged one.
     */
    public List<String> current(Collection<String> keys) {
        Map<String, String> successors = successors(keys);
        return keys.stream()
                .map(key -> successors.getOrDefault(key, key))
                .distinct()
                .toList();
    }

    /** Of these keys, those of merged authorities, with the key of the one that each was merged into; locked as {@link #current}. */
    public Map<String, String> successors(Collection<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return getSession()
                .createNativeQuery(
                        "select key, merged_into from authority where key = any(:keys) order by key for share",
                        Object[].class)
                .setParameter("keys", keys.toArray(String[]::new))
                .getResultStream()
                .filter(row -> row[1] != null)
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    /** Of these keys, those that no authority has. */
    public Set<String> unknown(Collection<String> keys) {
        Set<String> missing = new HashSet<>(keys);
        missing.removeAll(getEntityManager()
                .createQuery("select a.key from Authority a where a.key in :keys", String.class)
                .setParameter("keys", keys)
                .getResultList());
        return missing;
    }

    /** The authorities with these keys, in the order of the keys. */
    public List<Asking> asking(List<String> keys) {
        Map<String, Authority> found =
                find("key in ?1", keys).list().stream().collect(Collectors.toMap(Authority::key, Function.identity()));
        return keys.stream()
                .filter(found::containsKey)
                .map(found::get)
                .map(a -> new Asking(
                        a.key(),
                        a.facts().name(),
                        a.facts().type(),
                        a.facts().country(),
                        a.facts().regionalOrganisation()))
                .toList();
    }
}
