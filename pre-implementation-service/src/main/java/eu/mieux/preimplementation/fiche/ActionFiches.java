package eu.mieux.preimplementation.fiche;

import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Hearing;
import eu.mieux.chassis.identity.Selection;
import eu.mieux.chassis.sql.EntityRows;
import eu.mieux.preimplementation.request.RequestPolicy;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All Action Fiches; whoever sees a request sees its fiche. */
@ApplicationScoped
class ActionFiches implements PanacheRepositoryBase<ActionFiche, UUID> {

    private static final String FROM = " from action_fiche f join request r on r.id = f.request_id";
    private static final String WITH_ITS_REQUEST = "select f.*" + FROM;
    private static final String LINES = "select " + ActionFicheListed.COLUMNS + FROM;

    private final RequestPolicy policy;
    private final Caller caller;
    private final AgroalDataSource database;

    ActionFiches(RequestPolicy policy, Caller caller, AgroalDataSource database) {
        this.policy = policy;
        this.caller = caller;
        this.database = database;
    }

    /** The fiche with this id, or of the request with this reference, if it is the caller's for what she asks. */
    ActionFiche get(String idOrReference) {
        return inSight()
                .named("f.id", "f.request_reference", idOrReference)
                .get(getSession(), "Action Fiche", idOrReference);
    }

    /** Whose it is; nothing of the fiche is kept, so that it is read anew under its lock. */
    UUID requestOf(String idOrReference) {
        ActionFiche fiche = get(idOrReference);
        getEntityManager().detach(fiche);
        return fiche.requestId();
    }

    /** As {@link #get}, locked until the end of the transaction. */
    ActionFiche getForChange(String idOrReference) {
        return inSight()
                .named("f.id", "f.request_reference", idOrReference)
                .getForChange(getSession(), "f", "Action Fiche", idOrReference);
    }

    boolean isThereFor(UUID requestId) {
        return count("requestId", requestId) > 0;
    }

    List<ActionFicheListed> page(@Nullable FicheStatus status, @Nullable String region, Order<?> order, int limit) {
        return Selection.of(ActionFiche.class, LINES, caller.reach(policy))
                .narrow("f.status = :status", "status", status)
                .narrow("f.content ->> 'region' = :region", "region", region)
                .rows(database, ActionFicheListed::of, order, limit);
    }

    /** How many name this authority, in whosever sight they are. */
    long countNaming(String authority) {
        return getSession()
                .createNativeQuery(
                        "select count(*) from action_fiche where authority_keys @> array[cast(:key as text)]",
                        Long.class)
                .setParameter("key", authority)
                .getSingleResult();
    }

    /** All that name this authority, in whosever sight they are, locked. */
    List<ActionFiche> lockNaming(String authority) {
        return EntityRows.query(
                        getSession(),
                        "select * from action_fiche where authority_keys @> array[cast(:key as text)] order by id for no key update",
                        ActionFiche.class)
                .setParameter("key", authority)
                .getResultList();
    }

    private Selection<ActionFiche> inSight() {
        return Selection.of(ActionFiche.class, WITH_ITS_REQUEST, caller.reach(policy));
    }

    /** Who may read a record may hear that it changed. */
    @Produces
    @Singleton
    Hearing hearing() {
        return new Hearing(
                "action-fiche",
                "action_fiche f join request r on r.id = f.request_id",
                "f.id",
                "'/api/v1/action-fiches/' || f.id",
                policy,
                Hearing.admittedBy(ActionFicheResource.class));
    }
}
