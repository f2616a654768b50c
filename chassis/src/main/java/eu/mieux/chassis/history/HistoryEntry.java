package eu.mieux.chassis.history;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that happened to a record.
 *
 * @param version of the record after it
 * @param actor subject of the token, or {@code system}
 * @param what the event: {@code request-submitted}
 * @param changes what became different by it, as far as the record's history tells; what several events of one call have changed
 *     stands at the last of them
 */
public record HistoryEntry(
        long version,
        Instant at,

        @Schema(description = "Subject of the token, or system")
        String actor,

        @Schema(description = "The event", examples = "request-submitted")
        String what,

        List<HistoryChange> changes) {

    /** The same with these changes. */
    HistoryEntry with(List<HistoryChange> others) {
        return new HistoryEntry(version, at, actor, what, others);
    }
}
