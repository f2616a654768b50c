package eu.mieux.implementation.action;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What other services may know of an Action ({@code contract/publishes/action.schema.json}).
 *
 * @param cancelledOn null unless it was cancelled, and where a portfolio says no more than that
 * @param cancelledIn the status that it was cancelled in; null where {@code cancelledOn} is
 */
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
        @Nullable LocalDate cancelledOn,
        @Nullable ActionStatus cancelledIn,
        ActionStatus status,
        @Nullable String provenance) {}
