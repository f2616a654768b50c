package eu.mieux.implementation.deliverable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A deliverable as a client sees it.
 *
 * @param receivedBy who received it, where that was recorded
 */
@Schema(name = "Deliverable")
record DeliverableView(
        UUID id,
        long version,
        String actionCode,
        String title,
        DeliverableStatus status,
        String type,
        List<String> languages,
        @Nullable LocalDate validatedOn,
        @Nullable LocalDate handedOverOn,
        @Nullable String receivedBy,
        @Nullable String provenance) {

    static DeliverableView of(Deliverable deliverable) {
        DeliverableRecord facts = deliverable.asRecord();
        return new DeliverableView(
                deliverable.id(),
                deliverable.version(),
                facts.key().actionCode(),
                facts.key().title(),
                facts.status(),
                facts.type(),
                facts.languages(),
                deliverable.validatedOn(),
                facts.handedOverOn(),
                deliverable.receivedBy(),
                facts.provenance());
    }
}
