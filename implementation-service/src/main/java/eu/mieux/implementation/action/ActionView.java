package eu.mieux.implementation.action;

import eu.mieux.implementation.step.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An Action as a client sees it.
 *
 * @param code the reference of its request, {@code YYYY-NN}
 * @param officer the project officer's key
 * @param authorities keys of the partner authorities, the lead first
 * @param cancelledOn null unless it was cancelled, and where a portfolio says no more than that
 * @param steps what became of it when and why, as far as it was done here; the oldest first
 */
@Schema(name = "Action")
record ActionView(
        UUID id,
        long version,
        String code,
        String name,
        ActionStatus status,
        @Nullable String objective,
        String region,
        List<String> countries,
        @Nullable String regionalOrganisation,
        @Nullable String pillar,
        List<String> themes,
        @Nullable String officer,
        List<String> authorities,
        @Nullable LocalDate launchedOn,
        @Nullable LocalDate completedOn,
        @Nullable LocalDate cancelledOn,
        List<Step> steps,
        @Nullable String provenance) {

    static ActionView of(Action action, List<String> authorities) {
        ActionRecord facts = action.asRecord();
        return new ActionView(
                action.id(),
                action.version(),
                facts.code(),
                facts.name(),
                facts.status(),
                facts.objective(),
                facts.region(),
                facts.countries(),
                facts.regionalOrganisation(),
                facts.pillar(),
                facts.themes(),
                facts.officer(),
                authorities,
                facts.launchedOn(),
                facts.completedOn(),
                action.cancelledOn(),
                action.steps(),
                facts.provenance());
    }
}
