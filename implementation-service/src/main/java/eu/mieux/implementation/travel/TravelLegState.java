package eu.mieux.implementation.travel;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other services may know of a travel leg ({@code contract/publishes/travel-leg.schema.json}). */
record TravelLegState(
        UUID id,
        String key,
        TravellerKind travellerKind,
        String travellerKey,
        @Nullable String actionCode,
        @Nullable Integer activityNumber,
        @Nullable LocalDate departedOn,
        String fromIata,
        String toIata,
        String cabin,
        @Nullable String provenance) {}
