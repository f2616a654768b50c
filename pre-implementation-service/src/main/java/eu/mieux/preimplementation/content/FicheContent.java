package eu.mieux.preimplementation.content;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a fiche says: one version of it, as it is kept. Which of its fields make up which section is said by {@link Section}.
 *
 * @param region where the Action takes place, by code list
 * @param pillar what it belongs to, by code list
 * @param themes what it is about, by code list
 * @param objective the overall objective
 * @param objectiveIndicators how it is told whether the objective was reached
 * @param context context and institutional framework
 * @param outcomes the intervention logic below the objective
 * @param activities as planned, in the order given
 * @param gender the first of the cross-cutting issues
 * @param humanRights the second
 * @param environment the third
 * @param crossCutting what else cuts across
 * @param sdgTargets targets of the Sustainable Development Goals ({@code 10.7}), by code list
 * @param visibility the visibility plan
 */
@Schema(name = "FicheContent")
public record FicheContent(
        String region,
        String pillar,
        List<String> themes,
        @Nullable String objective,
        List<Indicator> objectiveIndicators,
        @Nullable String context,
        List<Outcome> outcomes,
        List<PlannedActivity> activities,
        List<BudgetLine> budget,
        List<Risk> risks,
        @Nullable String gender,
        @Nullable String humanRights,
        @Nullable String environment,
        @Nullable String crossCutting,
        List<String> sdgTargets,
        @Nullable String visibility) {

    /** The content with nothing absent, once it has been checked. */
    public static FicheContent of(GivenContent given, String region, List<String> themes) {
        return new FicheContent(
                region,
                given.pillar(),
                themes,
                given.objective(),
                Given.list(given.objectiveIndicators()),
                given.context(),
                Given.list(given.outcomes()),
                given.planned(),
                given.budgeted().stream().map(GivenBudgetLine::settled).toList(),
                Given.list(given.risks()),
                given.gender(),
                given.humanRights(),
                given.environment(),
                given.crossCutting(),
                Given.list(given.sdgTargets()),
                given.visibility());
    }
}
