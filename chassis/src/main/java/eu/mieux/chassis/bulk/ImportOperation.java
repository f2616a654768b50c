package eu.mieux.chassis.bulk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import as it proceeds. */
@Entity
@Table(name = "import_operation")
class ImportOperation {

    /** Where an import stands. */
    enum Status {
        RUNNING,
        SUCCEEDED,
        FAILED
    }

    private static final Duration SILENCE = Duration.ofSeconds(60);

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

    /** An import whose service died says nothing any more; its transaction died with it. */
    View view(Instant now) {
        boolean silent = status.equals(Status.RUNNING.name())
                && heartbeatAt.plus(SILENCE).isBefore(now);
        return new View(
                id,
                file + ".csv",
                mode,
                dryRun,
                silent ? Status.FAILED : Status.valueOf(status),
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
                silent ? "The service stopped during this import. Nothing was changed; send the file again." : detail);
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
