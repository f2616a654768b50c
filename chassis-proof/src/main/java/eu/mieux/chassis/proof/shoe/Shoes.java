package eu.mieux.chassis.proof.shoe;

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

/** All shoes, each caller's share of them by {@link ShoePolicy}. */
@ApplicationScoped
class Shoes implements PanacheRepositoryBase<Shoe, UUID> {

    private final ShoePolicy policy;
    private final Caller caller;

    Shoes(ShoePolicy policy, Caller caller) {
        this.policy = policy;
        this.caller = caller;
    }

    Shoe get(UUID id) {
        return inSight().identified("s.id", id.toString()).get(getSession(), "shoe", id);
    }

    Shoe getForChange(UUID id) {
        return inSight().identified("s.id", id.toString()).getForChange(getSession(), "s", "shoe", id);
    }

    List<Shoe> page(@Nullable String article, Order<?> order, int limit) {
        return inSight().narrow("s.article = :article", "article", article).list(getSession(), order, limit);
    }

    private Selection<Shoe> inSight() {
        return Selection.of(Shoe.class, "select s.* from shoe s", caller.reach(policy));
    }

    Map<String, Shoe> lockByArticle(Collection<String> articles) {
        return find("article in ?1 order by article", articles).withLock(LockModeType.PESSIMISTIC_WRITE).list().stream()
                .collect(Collectors.toMap(Shoe::article, Function.identity()));
    }
}
