package eu.mieux.chassis.bulk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import as it proceeds. */
@Entity
@Table(name = "import_operation")
class ImportOperation {

    /** Where an import stands. */
    @Schema(name = "ImportStatus")
    enum Status {
        RUNNING,
        SUCCEEDED,
        FAILED
    }

    private static final String STOPPED_DURING =
            "The service stopped during this import. Nothing was changed; send the file again.";
    private static final String STOPPED_AFTER =
            "The rows are kept. The service stopped before it could say so; their events are published when it is back.";

    @Id
    private UUID id;

    @Column(nullable = false)
    private String file;

    @Column(nullable = false)
    private String mode;

    @Column(name = "dry_run")
    private boolean dryRun;

    @Column(nullable = false)
    private String status;

    @Column(name = "bytes_read")
    private long bytesRead;

    @Column(name = "bytes_total")
    private long bytesTotal;

    @Column
    private long rows;

    @Column
    private long created;

    @Column
    private long updated;

    @Column
    private long unchanged;

    @Column
    private long rejected;

    @Column(name = "error_count")
    private long errorCount;

    @Column(name = "started_by")
    private String startedBy;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "heartbeat_at")
    private Instant heartbeatAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    /** Set in the transaction that keeps the rows, by SQL: an older state of this entity must not overwrite it. */
    @Column(insertable = false, updatable = false)
    private boolean kept;

    @Column
    private @Nullable String detail;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    ImportOperation() {}

    ImportOperation(UUID id, String file, ImportMode mode, boolean dryRun, long bytes, String by, Instant at) {
        this.id = id;
        this.file = file;
        this.mode = mode.text();
        this.dryRun = dryRun;
        this.status = Status.RUNNING.name();
        this.bytesTotal = bytes;
        this.startedBy = by;
        this.startedAt = at;
        this.heartbeatAt = at;
    }

    void progress(Outcome outcome, long bytes, Instant at) {
        bytesRead = bytes;
        rows = outcome.rows();
        created = outcome.createdCount();
        updated = outcome.updatedCount();
        unchanged = outcome.unchangedCount();
        rejected = outcome.rejectedCount();
        errorCount = outcome.errorCount();
        heartbeatAt = at;
    }

    void finish(Status outcome, @Nullable String why, Instant at) {
        status = outcome.name();
        detail = why;
        heartbeatAt = at;
        finishedAt = at;
    }

    String file() {
        return file;
    }

    /** An import whose process died says nothing any more. Its transaction died with it, unless that was over. */
    View view(Instant now, Duration silence) {
        boolean silent = status.equals(Status.RUNNING.name())
                && heartbeatAt.plus(silence).isBefore(now);
        return new View(
                id,
                file + ".csv",
                mode,
                dryRun,
                silent ? (kept ? Status.SUCCEEDED : Status.FAILED) : Status.valueOf(status),
                bytesRead,
                bytesTotal,
                rows,
                created,
                updated,
                unchanged,
                rejected,
                errorCount,
                startedAt,
                finishedAt,
                silent ? (kept ? STOPPED_AFTER : STOPPED_DURING) : detail);
    }

    /**
     * An import as its caller sees it.
     *
     * @param mode {@code all-or-nothing} or {@code keep-good}
     * @param rows read so far, without the header
     * @param created rows that are new; in a dry run, that would be
     * @param rejected rows with faults
     * @param errorCount faults found; a row may have several
     * @param detail in words, when there is something to say
     */
    @Schema(name = "ImportOperation")
    record View(
            UUID id,
            String file,
            String mode,
            boolean dryRun,
            Status status,
            long bytesRead,
            long bytesTotal,
            long rows,
            long created,
            long updated,
            long unchanged,
            long rejected,
            long errorCount,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String detail) {}
}
