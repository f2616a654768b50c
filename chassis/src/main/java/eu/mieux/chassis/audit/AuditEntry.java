package eu.mieux.chassis.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that was done, as the auditor reads it. */
@Schema(name = "AuditEntry")
record AuditEntry(
        UUID id,
        Instant at,

        @Schema(description = "Subject of the token, or system")
        String actor,

        @Schema(description = "Where the call came from; null for what a service did by itself") @Nullable
        String address,

        Kind kind,

        @Schema(description = "The event, or on which occasion data were shown", examples = "request-submitted")
        String what,

        @Schema(examples = "request") String recordType,
        @Nullable UUID recordId,
        @Nullable String recordKey,

        @Schema(description = "Of the record after the change") @Nullable
        Long version,

        @Schema(description = "The trace that the call belongs to (W3C Trace Context)") @Nullable
        String traceparent,

        List<Change> changes) {

    /** What kind of thing it was. */
    @Schema(name = "AuditKind")
    enum Kind {
        /** A record was changed. */
        CHANGED,
        /** Personal data were shown. */
        READ,
        /** Something else was done, by which no record was changed. */
        DONE
    }

    /**
     * The columns of a row that changed.
     *
     * @param before null for a new row, and where a person's data were erased
     * @param after null for a removed row, and where a person's data were erased
     */
    @Schema(name = "AuditedChange")
    record Change(
            String table,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after) {}
}
