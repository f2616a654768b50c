package eu.mieux.implementation.carbon;

import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.identity.Hearing;
import eu.mieux.chassis.identity.Reach;
import eu.mieux.chassis.identity.Selection;
import eu.mieux.chassis.identity.Sight;
import eu.mieux.chassis.problem.NotFound;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
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

    List<CarbonOffset> page(@Nullable Integer year, Order<?> order, int limit) {
        return Selection.of(CarbonOffset.class, "select * from carbon_offset o", Reach.of(Sight.everything()))
                .narrow("o.year = :year", "year", year)
                .list(getSession(), order, limit);
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

    /** Who may read a record may hear that it changed. */
    @Produces
    @Singleton
    Hearing hearing() {
        return new Hearing(
                "carbon-offset",
                "carbon_offset c",
                "c.id",
                "'/api/v1/carbon-offsets/' || c.id",
                (role, hers) -> Sight.everything(),
                Hearing.admittedBy(CarbonOffsetResource.class));
    }
}
