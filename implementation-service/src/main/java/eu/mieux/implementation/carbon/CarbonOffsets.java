package eu.mieux.implementation.carbon;

import eu.mieux.chassis.problem.NotFound;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All carbon offsets. */
@ApplicationScoped
class CarbonOffsets implements PanacheRepositoryBase<CarbonOffset, UUID> {

    CarbonOffset get(String idOrKey) {
        return find(idOrKey).orElseThrow(() -> new NotFound("carbon offset", idOrKey));
    }

    /** Newest first, from after this id. */
    List<CarbonOffset> page(@Nullable Integer year, @Nullable UUID after, int limit) {
        return find("(?1 is null or year = ?1) and (?2 is null or id < ?2) order by id desc", year, after)
                .range(0, limit - 1)
                .list();
    }

    Map<String, CarbonOffset> lockByKey(Collection<String> keys) {
        return find("key in ?1 order by key", keys).withLock(LockModeType.PESSIMISTIC_WRITE).list().stream()
                .collect(Collectors.toMap(CarbonOffset::key, Function.identity()));
    }

    private Optional<CarbonOffset> find(String idOrKey) {
        Optional<CarbonOffset> byKey = find("key", idOrKey).firstResultOptional();
        return byKey.isPresent() ? byKey : byId(idOrKey);
    }

    private Optional<CarbonOffset> byId(String text) {
        try {
            return findByIdOptional(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
