package eu.mieux.preimplementation.fiche;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An Action Fiche as a client sees it.
 *
 * @param version raised by every change, endorsements included: the ETag
 * @param contentVersion raised by every saved version; what is endorsed
 * @param officer subject of the project officer who drafts it
 * @param budgetTotal the sum of the budget's lines, in euros
 * @param endorsements of the current version
 * @param warnings what is unusual, without being wrong
 */
@Schema(name = "ActionFiche")
record ActionFicheView(
        UUID id,
        long version,
        int contentVersion,
        FicheStatus status,
        UUID requestId,
        String requestReference,
        String actionName,
        List<String> authorityKeys,
        List<String> countries,
        @Nullable String regionalOrganisation,
        @Nullable String officer,
        String region,
        String pillar,
        List<String> themes,
        @Nullable String objective,
        @Nullable String context,
        List<FicheContent.Outcome> outcomes,
        List<FicheContent.PlannedActivity> activities,
        List<FicheContent.BudgetLine> budget,
        @Schema(examples = "1250.50") String budgetTotal,
        List<FicheContent.Risk> risks,
        @Nullable String crossCutting,
        List<String> sdgTargets,
        @Nullable String visibility,
        List<EndorsementView> endorsements,
        List<FicheWarning> warnings) {

    static ActionFicheView of(ActionFiche fiche) {
        ActionFicheState state = fiche.publicState();
        FicheContent content = fiche.content();
        return new ActionFicheView(
                fiche.id(),
                fiche.version(),
                fiche.contentVersion(),
                state.status(),
                fiche.requestId(),
                state.requestReference(),
                state.actionName(),
                state.authorityKeys(),
                state.countries(),
                state.regionalOrganisation(),
                state.officer(),
                content.region(),
                content.pillar(),
                content.themes(),
                content.objective(),
                content.context(),
                content.outcomes(),
                content.activities(),
                content.budget(),
                content.budgetTotal().toPlainString(),
                content.risks(),
                content.crossCutting(),
                content.sdgTargets(),
                content.visibility(),
                EndorsementView.of(fiche, fiche.contentVersion()),
                FicheWarning.of(content));
    }
}
