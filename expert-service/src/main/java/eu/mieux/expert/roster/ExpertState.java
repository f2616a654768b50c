package eu.mieux.expert.roster;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other services may know of an expert ({@code contract/publishes/expert.schema.json}): no names, no institution. */
record ExpertState(
        UUID id,
        String key,
        String gender,
        @Nullable String nationality,
        String category,
        @Nullable String background,
        @Nullable LocalDate registeredOn,
        @Nullable String provenance) {}
