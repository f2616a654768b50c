package eu.mieux.preimplementation.fiche;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An Action Fiche as a line of a list. */
@Schema(name = "ActionFicheListed")
record ActionFicheListed(
        UUID id,
        long version,
        int contentVersion,
        FicheStatus status,
        String requestReference,
        String actionName,
        String region,
        String pillar,
        List<String> countries,
        int activities) {

    static ActionFicheListed of(ActionFiche fiche) {
        ActionFicheState state = fiche.publicState();
        return new ActionFicheListed(
                fiche.id(),
                fiche.version(),
                fiche.contentVersion(),
                state.status(),
                state.requestReference(),
                state.actionName(),
                state.region(),
                state.pillar(),
                state.countries(),
                state.activities().size());
    }
}
