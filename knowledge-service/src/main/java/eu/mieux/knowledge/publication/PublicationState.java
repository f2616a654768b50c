package eu.mieux.knowledge.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other services may know of a publication ({@code contract/publishes/publication.schema.json}). */
record PublicationState(
        UUID id,
        String key,
        String title,
        String kind,
        List<String> languages,
        @Nullable LocalDate publishedOn,
        @Nullable String region,
        List<String> countries,
        List<String> themes,
        PublicationStatus status,
        @Nullable String provenance) {}
