package eu.mieux.preimplementation.fiche;

import eu.mieux.preimplementation.content.Budget;
import eu.mieux.preimplementation.content.BudgetLine;
import eu.mieux.preimplementation.content.FicheContent;
import eu.mieux.preimplementation.content.FicheWarning;
import eu.mieux.preimplementation.content.Indicator;
import eu.mieux.preimplementation.content.Outcome;
import eu.mieux.preimplementation.content.PlannedActivity;
import eu.mieux.preimplementation.content.Risk;
import eu.mieux.preimplementation.content.Section;
import eu.mieux.preimplementation.content.Timeline;
import java.time.LocalDate;
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
 * @param timeline the planned Activities in the order of their months
 * @param budgetSubtotals of each category, in euros
 * @param budgetTotal the sum of the budget's lines, in euros
 * @param endorsements of the current version
 * @param warnings what is unusual, without being wrong
 * @param merge what was merged, in the answer to a change that was made to an older version; else null
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
        List<Indicator> objectiveIndicators,
        @Nullable String context,
        List<Outcome> outcomes,
        List<PlannedActivity> activities,
        @Schema(maxItems = 50) List<Timeline.Entry> timeline,
        List<BudgetLine> budget,
        @Schema(maxItems = 200) List<Budget.Subtotal> budgetSubtotals,
        @Schema(examples = "1250.50") String budgetTotal,
        List<Risk> risks,
        @Nullable String gender,
        @Nullable String humanRights,
        @Nullable String environment,
        @Nullable String crossCutting,
        List<String> sdgTargets,
        @Nullable String visibility,
        List<EndorsementView> endorsements,
        List<FicheWarning> warnings,
        @Nullable Merge merge) {

    /**
     * How a change to an older version was merged with what was saved meanwhile, section by section.
     *
     * @param base the version that was changed
     * @param with the version that was the current one meanwhile
     * @param yours sections as you sent them
     * @param theirs sections as others had saved them meanwhile
     */
    @Schema(name = "FicheMerge")
    record Merge(
            int base,
            int with,
            @Schema(maxItems = 9) List<Section> yours,
            @Schema(maxItems = 9) List<Section> theirs) {}

    /** @param submittedOn when its request was; null where that is not known */
    static ActionFicheView of(ActionFiche fiche, @Nullable Merge merge, @Nullable LocalDate submittedOn) {
        ActionFicheState state = fiche.publicState();
        FicheContent content = fiche.content();
        Budget budget = new Budget(content.budget());
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
                content.objectiveIndicators(),
                content.context(),
                content.outcomes(),
                content.activities(),
                Timeline.of(content.activities()),
                content.budget(),
                budget.subtotals(),
                budget.total(),
                content.risks(),
                content.gender(),
                content.humanRights(),
                content.environment(),
                content.crossCutting(),
                content.sdgTargets(),
                content.visibility(),
                EndorsementView.of(fiche, fiche.contentVersion()),
                FicheWarning.of(content, submittedOn),
                merge);
    }
}
