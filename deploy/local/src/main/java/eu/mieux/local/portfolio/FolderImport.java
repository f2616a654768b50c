package eu.mieux.local.portfolio;

import eu.mieux.local.Console;
import eu.mieux.local.Console.Progress;
import eu.mieux.local.Refusal;
import eu.mieux.local.identity.Issuer;
import eu.mieux.local.portfolio.Gateway.ErrorPage;
import eu.mieux.local.portfolio.Gateway.Mode;
import eu.mieux.local.portfolio.Operation.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings a folder into the suite, file by file, in the order in which they refer to each other.
 *
 * <p>All or nothing goes over the whole folder: first every file is tried without changing anything, and only when none
 * complains are they imported. With keep-good each file is imported at once, without its bad rows.
 */
public final class FolderImport {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Path folder;
    private final Gateway gateway;
    private final Console console;
    private final List<PortfolioFile> files;
    private final OwnRows own;

    public FolderImport(Path folder, int port, Issuer issuer, Console console) {
        if (!Files.isDirectory(folder)) {
            throw new Refusal("There is no folder %s.".formatted(folder));
        }
        this.folder = folder;
        this.gateway = new Gateway(port, issuer);
        this.console = console;
        this.files = Arrays.stream(PortfolioFile.values())
                .filter(file -> Files.exists(folder.resolve(file.fileName())))
                .toList();
        this.own = new OwnRows(folder);
        if (files.isEmpty()) {
            throw new Refusal("The folder %s holds no portfolio file, such as authorities.csv.".formatted(folder));
        }
    }

    /** Tells what would happen, and changes nothing. */
    public Outcome dryRun() throws IOException, InterruptedException {
        return all(new Mode(false, true));
    }

    /** Imports everything, or nothing if anything is wrong. */
    public Outcome allOrNothing() throws IOException, InterruptedException {
        Outcome trial = dryRun();
        return trial.clean() ? all(new Mode(false, false)) : trial;
    }

    /** Imports the rows that are right. */
    public Outcome keepGood() throws IOException, InterruptedException {
        return all(new Mode(true, false));
    }

    /** The files of a portfolio that this folder lacks. */
    public List<String> missing() {
        return Arrays.stream(PortfolioFile.values())
                .filter(file -> !files.contains(file))
                .map(PortfolioFile::fileName)
                .toList();
    }

    /** Publishes the annual report of a year, unless it is published. */
    public void publishReport(int year) throws IOException, InterruptedException {
        gateway.publishReport(year);
    }

    private Outcome all(Mode mode) throws IOException, InterruptedException {
        Outcome outcome = new Outcome();
        long total = 0;
        for (PortfolioFile file : files) {
            total += Files.size(folder.resolve(file.fileName()));
        }
        long done = 0;
        try (Progress progress = console.progress(mode.dryRun() ? "Checking" : "Importing", total)) {
            for (PortfolioFile file : files) {
                if (outcome.brokenOff()) {
                    break;
                }
                one(file, mode, outcome, new Share(progress, done, total));
                done += Files.size(folder.resolve(file.fileName()));
            }
            if (!mode.dryRun()) {
                progress.to(total, total, "waiting for the figures");
                awaitFigures(outcome);
            }
        }
        return outcome;
    }

    private void one(PortfolioFile file, Mode mode, Outcome outcome, Share progress)
            throws IOException, InterruptedException {
        Operation operation = gateway.submit(file, folder.resolve(file.fileName()), mode);
        while (operation.status() == Status.RUNNING) {
            progress.show(file, operation);
            Thread.sleep(POLL);
            operation = gateway.progress(file, operation);
        }
        // A fault of the whole file, such as a wrong header, is a complaint, but no row is rejected for it.
        long rejected = operation.errorCount() == 0
                ? 0
                : Math.min(operation.rejected(), complaints(file, operation, mode, outcome));
        boolean failed = operation.status() == Status.FAILED;
        if (failed && operation.errorCount() == 0) {
            outcome.complain("%s: %s"
                    .formatted(file.fileName(), operation.detail() == null ? "the import failed" : operation.detail()));
        }
        if (!failed && operation.detail() != null) {
            outcome.remark("%s: %s".formatted(file.fileName(), operation.detail()));
        }
        if (failed && !mode.dryRun() && !mode.keepGood()) {
            outcome.breakOff();
        }
        long healed = mode.dryRun() ? operation.rejected() - rejected : 0;
        if (healed > 0 && operation.updated() + operation.unchanged() > 0) {
            outcome.remark(
                    "%s: %,d of its rows refer to what this folder brings first; they may be updates, not new rows."
                            .formatted(file.fileName(), healed));
        }
        outcome.add(new Outcome.Line(
                file,
                operation.rows(),
                operation.created() + healed,
                operation.updated(),
                operation.unchanged(),
                rejected));
    }

    /** Tells what is wrong, and counts the rows that are; what the folder heals itself is left out of a dry run. */
    private long complaints(PortfolioFile file, Operation operation, Mode mode, Outcome outcome)
            throws IOException, InterruptedException {
        long rejected = 0;
        long seen = 0;
        long lastLine = -1;
        try (CsvRows rows = new CsvRows(folder.resolve(file.fileName()))) {
            @Nullable String cursor = null;
            do {
                ErrorPage page = gateway.errors(file, operation, cursor);
                seen += page.items().size();
                for (RowError error : page.items()) {
                    if (mode.dryRun() && own.bring(file, error, rows)) {
                        continue;
                    }
                    outcome.complain(file, error);
                    long line = error.line() == null ? -1 : error.line();
                    if (line != lastLine) {
                        rejected++;
                        lastLine = line;
                    }
                }
                cursor = page.next();
            } while (cursor != null);
        }
        if (seen < operation.errorCount()) {
            outcome.complain(
                    "%s: %,d faults more are counted, but not kept; mend those told, or import the folder in parts."
                            .formatted(file.fileName(), operation.errorCount() - seen));
        }
        return rejected;
    }

    /**
     * Returns when the figures know of all that was imported. Imports of a service begin when it has applied every event published
     * before; so what the service of the figures holds itself is tried once more, which changes nothing.
     */
    private void awaitFigures(Outcome outcome) throws IOException, InterruptedException {
        Path held = Files.createTempFile("mieux-", ".csv");
        try {
            gateway.download(PortfolioFile.EXPECTED_FIGURES, held);
            Operation trial = gateway.submit(PortfolioFile.EXPECTED_FIGURES, held, new Mode(false, true));
            while (trial.status() == Status.RUNNING) {
                Thread.sleep(POLL);
                trial = gateway.progress(PortfolioFile.EXPECTED_FIGURES, trial);
            }
            if (trial.detail() != null) {
                outcome.remark("The figures may not know of everything yet.");
            }
        } finally {
            Files.delete(held);
        }
    }

    /** One file's share of the whole folder's progress. */
    private record Share(Progress progress, long before, long total) {

        void show(PortfolioFile file, Operation operation) {
            progress.to(
                    before + operation.bytesRead(), total, "%s, %,d rows".formatted(file.fileName(), operation.rows()));
        }
    }
}
