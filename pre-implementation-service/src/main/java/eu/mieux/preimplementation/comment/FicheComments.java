package eu.mieux.preimplementation.comment;

import eu.mieux.chassis.http.Cursor;
import eu.mieux.chassis.identity.Hearing;
import eu.mieux.chassis.key.Ids;
import eu.mieux.chassis.problem.NotFound;
import eu.mieux.preimplementation.content.Section;
import eu.mieux.preimplementation.fiche.ActionFicheResource;
import eu.mieux.preimplementation.fiche.FichesInSight;
import eu.mieux.preimplementation.request.RequestPolicy;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The comments on all fiches. */
@ApplicationScoped
class FicheComments implements PanacheRepositoryBase<FicheComment, UUID> {

    /** Newest first. */
    List<FicheComment> page(
            FichesInSight.Known fiche,
            @Nullable Section section,
            @Nullable CommentStatus status,
            Cursor cursor,
            int limit) {
        StringBuilder query = new StringBuilder("ficheId = :fiche");
        Map<String, Object> parameters = new HashMap<>(Map.of("fiche", fiche.id()));
        if (section != null) {
            query.append(" and section = :section");
            parameters.put("section", section);
        }
        if (status != null) {
            query.append(" and status = :status");
            parameters.put("status", status);
        }
        if (!cursor.isStart()) {
            query.append(" and id < :before");
            parameters.put("before", cursor.uuid(0));
        }
        return find(query + " order by id desc", parameters).range(0, limit - 1).list();
    }

    FicheComment get(FichesInSight.Known fiche, String id) {
        return one(fiche, id, LockModeType.NONE);
    }

    /** Locked until the end of the transaction. */
    FicheComment getForChange(FichesInSight.Known fiche, String id) {
        return one(fiche, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Who sees a fiche sees what is said about it, and may hear that something was said. */
    @Produces
    @Singleton
    Hearing hearing(RequestPolicy policy) {
        return new Hearing(
                "fiche-comment",
                "fiche_comment c join action_fiche f on f.id = c.fiche_id join request r on r.id = f.request_id",
                "c.id",
                "'/api/v1/action-fiches/' || c.fiche_id || '/comments/' || c.id",
                policy,
                Hearing.admittedBy(ActionFicheResource.class));
    }

    private FicheComment one(FichesInSight.Known fiche, String id, LockModeType lock) {
        UUID known = Ids.read(id).orElseThrow(() -> absent(fiche, id));
        PanacheQuery<FicheComment> query = find("ficheId = ?1 and id = ?2", fiche.id(), known);
        return query.withLock(lock).firstResultOptional().orElseThrow(() -> absent(fiche, id));
    }

    private static NotFound absent(FichesInSight.Known fiche, String id) {
        return new NotFound("comment on the Action Fiche of " + fiche.reference(), id);
    }
}
