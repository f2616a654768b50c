package eu.mieux.chassis.proof.shoe;

import eu.mieux.chassis.problem.NotFound;
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

/** All shoes. */
@ApplicationScoped
class Shoes implements PanacheRepositoryBase<Shoe, UUID> {

    Shoe get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("shoe", id));
    }

    Shoe getForChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new NotFound("shoe", id));
    }

    List<Shoe> page(@Nullable String article, @Nullable UUID after, int limit) {
        return find("(?1 is null or article = ?1) and (?2 is null or id > ?2) order by id", article, after)
                .range(0, limit - 1)
                .list();
    }

    Map<String, Shoe> lockByArticle(Collection<String> articles) {
        return find("article in ?1 order by article", articles).withLock(LockModeType.PESSIMISTIC_WRITE).list().stream()
                .collect(Collectors.toMap(Shoe::article, Function.identity()));
    }
}
