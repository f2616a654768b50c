package eu.mieux.preimplementation.fiche;

import eu.mieux.preimplementation.content.PlannedActivity;
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
        List<Planned> activities) {

    /** An Activity as planned, as far as others need it: whom it needs is told when its positions are. */
    record Planned(
            int number,
            String type,
            String title,
            String modality,
            @Nullable String plannedMonth,
            @Nullable Integer days,
            @Nullable String country,
            @Nullable String city) {}

    static List<Planned> planned(List<PlannedActivity> activities) {
        return activities.stream()
                .map(a -> new Planned(
                        a.number(),
                        a.type(),
                        a.title(),
                        a.modality(),
                        a.plannedMonth(),
                        a.days(),
                        a.country(),
                        a.city()))
                .toList();
    }
}
