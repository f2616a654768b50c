package eu.mieux.implementation.deliverable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other services may know of a deliverable ({@code contract/publishes/deliverable.schema.json}). */
record DeliverableState(
        UUID id,
        String actionCode,
        String title,
        String type,
        List<String> languages,
        DeliverableStatus status,
        @Nullable LocalDate handedOverOn,
        @Nullable String provenance) {}
