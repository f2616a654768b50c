package eu.mieux.preimplementation.fiche;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A side's consent to a version. */
@Schema(name = "Endorsement")
public record EndorsementView(Side side, String givenBy, Instant givenAt) {

    static List<EndorsementView> of(ActionFiche fiche, int contentVersion) {
        return fiche.endorsementsOf(contentVersion).stream()
                .map(given -> new EndorsementView(given.side(), given.givenBy(), given.givenAt()))
                .toList();
    }
}
