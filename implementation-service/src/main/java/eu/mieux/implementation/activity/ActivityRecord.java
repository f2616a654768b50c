package eu.mieux.implementation.activity;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An Activity as a portfolio's row states it. */
record ActivityRecord(
        ActivityKey key,
        String type,
        String title,
        @Nullable String modality,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable String country,
        @Nullable String city,
        List<String> beneficiaryCountries,
        ActivityStatus status,
        Heads attendance,
        @Nullable String provenance) {}
