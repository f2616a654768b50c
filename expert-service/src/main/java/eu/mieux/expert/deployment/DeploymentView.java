package eu.mieux.expert.deployment;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A deployment as clients see it.
 *
 * @param category what the expert was when the deployment was made
 * @param reason why it was declined or cancelled
 * @param replaces the deployment in whose stead it was made
 */
@Schema(name = "Deployment")
record DeploymentView(
        UUID id,
        long version,
        String expertKey,
        String actionCode,
        int activityNumber,
        DeploymentStatus status,
        @Nullable String role,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Integer days,
        String category,
        @Nullable String background,
        @Nullable String reason,
        @Nullable UUID replaces,
        @Nullable String provenance) {

    static DeploymentView of(Deployment deployment) {
        DeploymentState state = deployment.publicState();
        return new DeploymentView(
                deployment.id(),
                deployment.version(),
                state.expertKey(),
                state.actionCode(),
                state.activityNumber(),
                state.status(),
                state.role(),
                state.startsOn(),
                state.endsOn(),
                state.days(),
                state.category(),
                state.background(),
                deployment.reason(),
                deployment.replaces(),
                state.provenance());
    }
}
