package eu.mieux.knowledge.publication;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A publication as a portfolio's row states it. A row with a date is published, one without is not (yet). */
record PublicationRecord(
        String key,
        String title,
        String kind,
        List<String> languages,
        @Nullable LocalDate publishedOn,
        @Nullable String region,
        List<String> countries,
        List<String> themes,
        @Nullable String source,
        @Nullable String provenance) {}
