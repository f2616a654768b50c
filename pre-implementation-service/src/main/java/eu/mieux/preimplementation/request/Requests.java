package eu.mieux.preimplementation.request;

import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Reach;
import eu.mieux.chassis.identity.Selection;
import eu.mieux.chassis.sql.EntityRows;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All requests, each caller's share of them by {@link RequestPolicy}. */
@ApplicationScoped
class Requests implements PanacheRepositoryBase<Request, UUID> {

    /** A key of before means the authority that goes on. */
    static final String AUTHORITY = """
            coalesce((select merged_into from authority where key = cast(:authority as text)), cast(:authority as text))""";

    private static final String NAMES_AUTHORITY = "r.authority_keys @> array[" + AUTHORITY + "]";

    private static final String LINES = """
            select r.id, r.version, r.reference, r.status, r.title, r.authority_keys, r.countries, r.themes, r.submitted_on, \
            r.decided_on, r.action_name from request r""";

    private final RequestPolicy policy;
    private final Caller caller;
    private final Speakers speakers;
    private final AgroalDataSource database;

    Requests(RequestPolicy policy, Caller caller, Speakers speakers, AgroalDataSource database) {
        this.policy = policy;
        this.caller = caller;
        this.speakers = speakers;
        this.database = database;
    }

    /** What a list may be narrowed to. */
    record Filter(
            @Nullable String status,
            @Nullable String country,
            @Nullable String authority,
            @Nullable String theme,
            @Nullable Integer year) {}

    /** The request with this id or reference, if it is the caller's for what she asks. */
    Request get(String idOrReference) {
        return inSight().named("r.id", "r.reference", idOrReference).get(getSession(), "request", idOrReference);
    }

    /** What it says now; nothing of it is kept, so that it is read anew under its lock. */
    Draft glance(String idOrReference) {
        Request request = get(idOrReference);
        getEntityManager().detach(request);
        return request.draft();
    }

    /** As {@link #get}, locked until the end of the transaction. */
    Request getForChange(String idOrReference) {
        return inSight()
                .named("r.id", "r.reference", idOrReference)
                .getForChange(getSession(), "r", "request", idOrReference);
    }

    /** Those of these that are the caller's for what she asks. */
    List<RequestListed> among(Collection<UUID> ids) {
        String[] asked = ids.stream().map(UUID::toString).toArray(String[]::new);
        return inSight()
                .with("r.id = any(cast(:ids as uuid[]))", Map.of("ids", asked))
                .rows(database, RequestListed::of, "r.id", asked.length);
    }

    List<RequestListed> page(Filter filter, Order<?> order, int limit) {
        Reach reach = caller.reach(policy);
        Selection<Request> narrowed = Selection.of(Request.class, LINES, reach)
                .narrow("r.status = :status", "status", filter.status())
                .narrow("r.countries @> array[cast(:country as text)]", "country", filter.country())
                .narrow(NAMES_AUTHORITY, "authority", filter.authority())
                .narrow("r.themes @> array[cast(:theme as text)]", "theme", filter.theme())
                .narrow("extract(year from r.submitted_on) = :year", "year", filter.year());
        return narrowed.along(RequestWalks.of(filter, reach.acting(), order))
                .rows(database, RequestListed::of, order, limit);
    }

    /** Whether the caller sees the opinions on this request, which is in her sight. Decided, they are for all who see it. */
    boolean showsOpinions(Request request) {
        return isDecided(request) || showsReview(request);
    }

    /**
     * Whether the caller follows the review of this request, which is in her sight, while it goes on. For an institution that has
     * stepped back nobody does until it is decided.
     */
    boolean showsReview(Request request) {
        Set<String> roles = new HashSet<>(RequestPolicy.SHOWN_OPINIONS);
        if (hasSteppedBack(request)) {
            roles.remove("steering-member");
        }
        return shows(request, roles);
    }

    /** Whether an institution that the caller is of has stepped back from this request, until it is decided. */
    private boolean hasSteppedBack(Request request) {
        return !isDecided(request)
                && !Collections.disjoint(speakers.own(), request.review().recused());
    }

    private static boolean isDecided(Request request) {
        return request.status() == RequestStatus.APPROVED || request.status() == RequestStatus.REJECTED;
    }

    /** Whether the caller saw this request, which is in her sight, when it was a draft, whoever asked by it. */
    boolean showsDrafts(Request request) {
        return shows(request, RequestPolicy.SHOWN_DRAFTS);
    }

    private boolean shows(Request request, Set<String> roles) {
        return !inSight()
                .shown(getSession(), caller.sight(policy, roles), "r.id", List.of(request))
                .isEmpty();
    }

    private Selection<Request> inSight() {
        return Selection.of(Request.class, "select * from request r", caller.reach(policy));
    }

    /** How many name this authority, in whosever sight they are. */
    long countNaming(String authority) {
        return getSession()
                .createNativeQuery(
                        "select count(*) from request where authority_keys @> array[cast(:key as text)]", Long.class)
                .setParameter("key", authority)
                .getSingleResult();
    }

    /** All that name this authority, in whosever sight they are, locked. */
    List<Request> lockNaming(String authority) {
        return EntityRows.query(
                        getSession(),
                        "select * from request where authority_keys @> array[cast(:key as text)] order by id for no key update",
                        Request.class)
                .setParameter("key", authority)
                .getResultList();
    }

    Map<String, Request> lockByReference(Collection<String> references) {
        return find("reference in ?1 order by reference", references)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .stream()
                .collect(Collectors.toMap(Request::name, Function.identity()));
    }
}
