package eu.mieux.implementation.carbon;

import org.jspecify.annotations.Nullable;

/** A carbon offset as a portfolio's row states it. */
record CarbonOffsetRecord(
        String key,
        int year,
        @Nullable String standard,
        @Nullable String project,
        Tonnes tonnes,
        @Nullable String provenance) {}
