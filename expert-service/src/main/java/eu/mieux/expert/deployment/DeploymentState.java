package eu.mieux.expert.deployment;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other services may know of a deployment ({@code contract/publishes/deployment.schema.json}). */
record DeploymentState(
        UUID id,
        String expertKey,
        String actionCode,
        int activityNumber,
        @Nullable String role,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Integer days,
        String category,
        @Nullable String background,
        DeploymentStatus status,
        @Nullable String provenance) {}
