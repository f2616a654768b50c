package eu.mieux.local.portfolio;

import org.jspecify.annotations.Nullable;

/** How far the import of one file has come, as the service tells it. Numbers count rows, except the bytes. */
record Operation(
        String id,
        Status status,
        long bytesRead,
        long bytesTotal,
        long rows,
        long created,
        long updated,
        long unchanged,
        long rejected,
        long errorCount,
        @Nullable String detail) {

    enum Status {
        RUNNING,
        SUCCEEDED,
        FAILED
    }
}
