package eu.mieux.preimplementation.fiche;

import eu.mieux.chassis.problem.NotFound;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Every version of every fiche. */
@ApplicationScoped
class FicheVersions implements PanacheRepositoryBase<FicheVersion, UUID> {

    /** Newest first, from before this number. */
    List<FicheVersion> page(ActionFiche fiche, int before, int limit) {
        return find("ficheId = ?1 and number < ?2 order by number desc", fiche.id(), before)
                .range(0, limit - 1)
                .list();
    }

    /** What somebody read who then had this version of the fiche (its ETag): endorsements raise that too. */
    FicheVersion readAt(ActionFiche fiche, long ficheVersion) {
        return find("ficheId = ?1 and ficheVersion <= ?2 order by number desc", fiche.id(), ficheVersion)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound(
                        "version %d of the Action Fiche".formatted(ficheVersion), fiche.requestReference()));
    }

    FicheVersion get(ActionFiche fiche, int number) {
        return find("ficheId = ?1 and number = ?2", fiche.id(), number)
                .firstResultOptional()
                .orElseThrow(() ->
                        new NotFound("version %d of the Action Fiche".formatted(number), fiche.requestReference()));
    }
}
