package eu.mieux.preimplementation.fiche;

import eu.mieux.preimplementation.content.FicheContent;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A version of a fiche: what it said, who saved it, and who endorsed it.
 *
 * @param savedByName what savedBy is called, by her token; null where nobody knows
 */
@Schema(name = "ActionFicheVersion")
record FicheVersionView(
        int number,
        String savedBy,
        @Nullable String savedByName,
        Instant savedAt,
        List<EndorsementView> endorsements,
        FicheContent content) {

    static FicheVersionView of(ActionFiche fiche, FicheVersion version) {
        return new FicheVersionView(
                version.number(),
                version.savedBy(),
                version.savedByName(),
                version.savedAt(),
                EndorsementView.of(fiche, version.number()),
                version.content());
    }

    /**
     * A version as a line of a list.
     *
     * @param savedByName what savedBy is called, by her token; null where nobody knows
     */
    @Schema(name = "ActionFicheVersionListed")
    record Listed(
            int number,
            String savedBy,
            @Nullable String savedByName,
            Instant savedAt,
            List<EndorsementView> endorsements) {

        static Listed of(ActionFiche fiche, FicheVersions.Line version) {
            return new Listed(
                    version.number(),
                    version.savedBy(),
                    version.savedByName(),
                    version.savedAt(),
                    EndorsementView.of(fiche, version.number()));
        }
    }
}
