package eu.mieux.chassis.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a record.
 *
 * @param version of the record after it
 * @param actor subject of the token, or {@code system}
 * @param what the event: {@code request-submitted}
 * @param changes what became different by it, as far as the record's history tells; what several events of one call have changed
 *     stands at the last of them
 */
@Schema(name = "HistoryEntry")
public record HistoryEntry(
        long version,
        Instant at,

        @Schema(description = "Subject of the token, or system")
        String actor,

        @Schema(description = "The event", examples = "request-submitted")
        String what,

        List<Change> changes) {

    /**
     * What became different in the record, or in something that belongs to it.
     *
     * @param of the record's noun, or that of its part: {@code authority-alias}
     * @param before by field; null for what is new, and where data of a person were erased
     * @param after by field; null for what was removed, and where data of a person were erased
     */
    @Schema(name = "HistoryChange")
    public record Change(
            String of,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after) {}
}
