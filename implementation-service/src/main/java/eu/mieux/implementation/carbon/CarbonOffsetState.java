package eu.mieux.implementation.carbon;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other services may know of a carbon offset ({@code contract/publishes/carbon-offset.schema.json}). */
record CarbonOffsetState(
        UUID id,
        String key,
        int year,
        @Nullable String standard,
        @Nullable String project,
        String tonnesCo2e,
        @Nullable String provenance) {}
