package eu.mieux.preimplementation.authority;

import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.identity.Hearing;
import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Reach;
import eu.mieux.chassis.identity.Selection;
import eu.mieux.chassis.identity.Sight;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All authorities. */
@ApplicationScoped
public class Authorities implements PanacheRepositoryBase<Authority, UUID> {

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
        return byKey.isPresent() ? byKey : idOf(idOrKey).flatMap(this::findByIdOptional);
    }

    Optional<Authority> findForChange(String idOrKey) {
        Optional<Authority> found = find(idOrKey);
        found.ifPresent(a -> getEntityManager().refresh(a, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    private static Optional<UUID> idOf(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    List<Authority> page(@Nullable String country, @Nullable AuthorityType type, Order<?> order, int limit) {
        return Selection.of(Authority.class, "select * from authority a", Reach.of(Sight.everything()))
                .narrow("a.country = :country", "country", country)
                .narrow("a.type = :type", "type", type)
                .list(getSession(), order, limit);
    }

    Map<String, Authority> lockByKey(Collection<String> keys) {
        return find("key in ?1 order by key", keys).withLock(LockModeType.PESSIMISTIC_WRITE).list().stream()
                .collect(Collectors.toMap(Authority::key, Function.identity()));
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

    /** Everybody may hear that an authority changed. */
    @Produces
    @Singleton
    Hearing hearing() {
        return new Hearing("authority", "authority a", "a.id", "'/api/v1/authorities/' || a.id", Policy.OPEN, Set.of());
    }
}
