package eu.mieux.preimplementation.fiche;

import eu.mieux.chassis.problem.NotFound;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every version of every fiche. */
@ApplicationScoped
class FicheVersions implements PanacheRepositoryBase<FicheVersion, UUID> {

    /** A version without what it says. */
    record Line(int number, String savedBy, @Nullable String savedByName, Instant savedAt) {}

    /** Newest first, from before this number; a page of whole contents would be megabytes. */
    List<Line> page(ActionFiche fiche, int before, int limit) {
        return getEntityManager()
                .createQuery(
                        "select number, savedBy, savedByName, savedAt from FicheVersion where ficheId = :fiche and number < :before order by number desc",
                        Object[].class)
                .setParameter("fiche", fiche.id())
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new Line((Integer) row[0], (String) row[1], (String) row[2], (Instant) row[3]))
                .toList();
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
