package eu.mieux.preimplementation.fiche;

import eu.mieux.chassis.identity.Selection;
import eu.mieux.chassis.problem.NotFound;
import eu.mieux.preimplementation.request.RequestPolicy;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All Action Fiches; whoever sees a request sees its fiche. */
@ApplicationScoped
class ActionFiches implements PanacheRepositoryBase<ActionFiche, UUID> {

    private static final String WITH_ITS_REQUEST =
            "select f.* from action_fiche f join request r on r.id = f.request_id";

    private final RequestPolicy policy;

    ActionFiches(RequestPolicy policy) {
        this.policy = policy;
    }

    /** The fiche with this id, or of the request with this reference, if the caller may see it. */
    ActionFiche get(String idOrReference) {
        return inSight()
                .named("f.id", "f.request_reference", idOrReference)
                .first(getSession())
                .orElseThrow(() -> new NotFound("Action Fiche", idOrReference));
    }

    /** As {@link #get}, locked until the end of the transaction. */
    ActionFiche getForChange(String idOrReference) {
        return inSight()
                .named("f.id", "f.request_reference", idOrReference)
                .firstForChange(getSession(), "f")
                .orElseThrow(() -> new NotFound("Action Fiche", idOrReference));
    }

    boolean isThereFor(UUID requestId) {
        return count("requestId", requestId) > 0;
    }

    /** Newest first, from after this id. */
    List<ActionFiche> page(@Nullable FicheStatus status, @Nullable String region, @Nullable UUID after, int limit) {
        return inSight()
                .narrow("f.status = :status", "status", status)
                .narrow("f.content ->> 'region' = :region", "region", region)
                .narrow("f.id < :after", "after", after)
                .list(getSession(), "f.id desc", limit);
    }

    private Selection<ActionFiche> inSight() {
        return Selection.of(ActionFiche.class, WITH_ITS_REQUEST, policy.sight());
    }
}
