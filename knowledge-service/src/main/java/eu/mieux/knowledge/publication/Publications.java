package eu.mieux.knowledge.publication;

import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Selection;
import io.agroal.api.AgroalDataSource;
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

/** All publications, each caller's share of them by {@link PublicationPolicy}. */
@ApplicationScoped
class Publications implements PanacheRepositoryBase<Publication, UUID> {

    private final PublicationPolicy policy;
    private final Caller caller;
    private final AgroalDataSource database;

    Publications(PublicationPolicy policy, Caller caller, AgroalDataSource database) {
        this.policy = policy;
        this.caller = caller;
        this.database = database;
    }

    /** What a list may be narrowed to. */
    record Filter(
            @Nullable PublicationStatus status,
            @Nullable String kind,
            @Nullable Integer year,
            @Nullable String country,
            @Nullable String theme,
            @Nullable String language,
            @Nullable String action) {}

    /** The publication with this id or key, if the caller may see it. */
    Publication get(String idOrKey) {
        return inSight().named("p.id", "p.key", idOrKey).get(getSession(), "publication", idOrKey);
    }

    /** As {@link #get}, locked until the end of the transaction. */
    Publication getForChange(String idOrKey) {
        return inSight().named("p.id", "p.key", idOrKey).getForChange(getSession(), "p", "publication", idOrKey);
    }

    boolean isTaken(String key) {
        return count("key", key) > 0;
    }

    List<PublicationListed> page(Filter filter, Order<?> order, int limit) {
        return inSight()
                .narrow("p.status = :status", "status", filter.status())
                .narrow("p.kind = :kind", "kind", filter.kind())
                .narrow("extract(year from p.published_on) = :year", "year", filter.year())
                .narrow("p.countries @> array[cast(:country as text)]", "country", filter.country())
                .narrow("p.themes @> array[cast(:theme as text)]", "theme", filter.theme())
                .narrow("p.languages @> array[cast(:language as text)]", "language", filter.language())
                .narrow("p.action_codes @> array[cast(:action as text)]", "action", filter.action())
                .rows(database, PublicationListed::of, order, limit);
    }

    private Selection<Publication> inSight() {
        return Selection.of(Publication.class, "select * from publication p", caller.reach(policy));
    }

    Map<String, Publication> lockByKey(Collection<String> keys) {
        return find("key in ?1 order by key", keys).withLock(LockModeType.PESSIMISTIC_WRITE).list().stream()
                .collect(Collectors.toMap(Publication::key, Function.identity()));
    }
}
