package eu.mieux.implementation.action;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An Action as a line of a list. */
@Schema(name = "ActionListed")
record ActionListed(
        UUID id,
        long version,
        String code,
        String name,
        ActionStatus status,
        String region,
        List<String> countries,
        @Nullable String regionalOrganisation,
        @Nullable String pillar,
        List<String> themes,
        @Nullable LocalDate launchedOn,
        @Nullable LocalDate completedOn) {

    static ActionListed of(Action action) {
        ActionState state = action.publicState();
        return new ActionListed(
                state.id(),
                action.version(),
                state.code(),
                state.name(),
                state.status(),
                state.region(),
                state.countries(),
                state.regionalOrganisation(),
                state.pillar(),
                state.themes(),
                state.launchedOn(),
                state.completedOn());
    }
}
