package eu.mieux.chassis.audit;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A day of the audit trail, closed for good.
 *
 * @param day in UTC
 */
@Schema(name = "AuditSeal")
record AuditSeal(
        LocalDate day,

        @Schema(description = "What was written down on it: events, notes and changed rows")
        long entries,

        @Schema(description = "SHA-256 over the seal of the day before and all entries of this day, hexadecimal")
        String digest,

        Instant sealedAt,

        @Schema(description = "Whether everything is still as it was when the day was sealed, looked at now")
        boolean intact) {}
