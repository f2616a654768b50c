package eu.mieux.monitoring.report;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An annual report as clients see it. */
@Schema(name = "AnnualReport")
record ReportView(
        int year,
        @Schema(enumeration = {"published", "provisional"}) String status,
        @Schema(description = "When the figures were known") Instant asOf,
        @Nullable Instant publishedAt,
        List<FigureView> figures) {}
