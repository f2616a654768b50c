package eu.mieux.preimplementation.fiche;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other services may know of an Action Fiche ({@code contract/publishes/action-fiche.schema.json}). */
record ActionFicheState(
        UUID id,
        String requestReference,
        String actionName,
        FicheStatus status,
        String region,
        List<String> countries,
        @Nullable String regionalOrganisation,
        String pillar,
        List<String> themes,
        @Nullable String objective,
        @Nullable String officer,
        List<String> authorityKeys,
        List<FicheContent.PlannedActivity> activities) {}
