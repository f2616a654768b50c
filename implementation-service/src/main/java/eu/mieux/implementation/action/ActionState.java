package eu.mieux.implementation.action;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other services may know of an Action ({@code contract/publishes/action.schema.json}). */
record ActionState(
        UUID id,
        String code,
        String name,
        String region,
        List<String> countries,
        @Nullable String regionalOrganisation,
        @Nullable String pillar,
        List<String> themes,
        @Nullable LocalDate launchedOn,
        @Nullable LocalDate completedOn,
        ActionStatus status,
        @Nullable String provenance) {}
