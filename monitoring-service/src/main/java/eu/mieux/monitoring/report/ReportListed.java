package eu.mieux.monitoring.report;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A year that has a report. */
record ReportListed(
        int year,
        @Schema(enumeration = {"published", "provisional"}) String status,
        @Nullable Instant publishedAt) {

    static final String PUBLISHED = "published";
    static final String PROVISIONAL = "provisional";

    static ReportListed of(int year, @Nullable Instant publishedAt) {
        return new ReportListed(year, publishedAt == null ? PROVISIONAL : PUBLISHED, publishedAt);
    }
}
