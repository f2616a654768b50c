package eu.mieux.preimplementation.fiche;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A side's consent to a version.
 *
 * @param givenByName what givenBy is called, by her token; null where nobody knows
 */
@Schema(name = "Endorsement")
public record EndorsementView(
        Side side, String givenBy, @Nullable String givenByName, Instant givenAt) {

    static List<EndorsementView> of(ActionFiche fiche, int contentVersion) {
        return fiche.endorsementsOf(contentVersion).stream()
                .map(given -> new EndorsementView(given.side(), given.givenBy(), given.givenByName(), given.givenAt()))
                .toList();
    }
}
