package eu.mieux.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts a suite of its own, measures, stops it, and prints the table. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Measures what the suite costs, each figure beside a reference measured in the same run.",
            "Takes about a quarter of an hour; leave the machine alone meanwhile."
        })
final class Bench implements Callable<Integer> {

    /** What can be measured, in the order in which it is. */
    private enum Measure {
        STARTS("Ready time"),
        LISTING("Listing"),
        SUBMITTING("Submitting"),
        GROWING("A million requests"),
        IMPORTING("Importing"),
        FIGURES("Commit to figure"),
        REPORT("Report");

        private final String words;

        Measure(String words) {
            this.words = words;
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private final Set<Measure> failed = EnumSet.noneOf(Measure.class);

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "28080",
            description = "The first of ten free ports. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--repetitions",
            paramLabel = "N",
            defaultValue = "3",
            description = "Of every measurement. Default: ${DEFAULT-VALUE}.")
    private int repetitions;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "10",
            description = "That a load lasts, each time. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--only",
            paramLabel = "MEASURE",
            split = ",",
            description = "Only these, and print the table without keeping it: ${COMPLETION-CANDIDATES}.")
    private Set<Measure> only = EnumSet.noneOf(Measure.class);

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ENGLISH);
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        Path root = Path.of(System.getProperty("mieux.root"));
        Settings settings = new Settings(root, Files.createTempDirectory("mieux-bench-"), port, repetitions, seconds);
        for (String program : List.of("pgbench", "psql", "wrk")) {
            if (!Program.isThere(program)) {
                settings.say(program + " is missing. Debian: apt-get install postgresql-contrib wrk");
                return CommandLine.ExitCode.SOFTWARE;
            }
        }
        Suite suite = new Suite(root, settings.folder("suite"), port);
        try {
            measure(settings, suite);
            Table table = new Table(ground(settings), rows);
            settings.say(table.markdown());
            if (failed.isEmpty() && only.isEmpty()) {
                table.write(root.resolve("deploy/bench/results"));
            }
            return failed.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        } finally {
            suite.downIfUp();
            settings.delete(settings.scratch());
        }
    }

    private void measure(Settings settings, Suite suite) throws IOException, InterruptedException, SQLException {
        if (wanted(Measure.STARTS)) {
            rows.addAll(new Starts(settings).measure(suite));
        } else {
            Starts.without(suite);
        }
        settings.say("Loading the facility's history");
        suite.mieux(
                "import",
                settings.root().resolve("deploy/portfolio/mieux-2009-2024").toString());
        attempt(settings, Measure.LISTING, new Listing(settings, suite)::measure);
        attempt(settings, Measure.SUBMITTING, new Submitting(settings, suite)::measure);
        rows.add(Starts.memory("Memory after that traffic", List.of(suite.memory())));
        attempt(settings, Measure.GROWING, new Growing(settings, suite)::measure);
        attempt(settings, Measure.IMPORTING, new Importing(settings, suite)::measure);
        attempt(settings, Measure.FIGURES, new FigureDelay(settings, suite)::measure);
        attempt(settings, Measure.REPORT, new Reporting(settings, suite)::measure);
        rows.add(Starts.memory("Memory at the end", List.of(suite.memory())));
    }

    /** One measure that fails does not take the others' figures along. */
    private void attempt(Settings settings, Measure measure, Callable<List<Row>> measuring)
            throws InterruptedException {
        if (!wanted(measure)) {
            return;
        }
        settings.say(measure.words);
        try {
            rows.addAll(measuring.call());
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            settings.say("%s failed: %s".formatted(measure.words, e));
            failed.add(measure);
        }
    }

    private boolean wanted(Measure measure) {
        return only.isEmpty()
                || only.contains(measure)
                || (measure == Measure.IMPORTING
                        && !Collections.disjoint(only, EnumSet.of(Measure.FIGURES, Measure.REPORT)));
    }

    private static String ground(Settings settings) {
        Runtime machine = Runtime.getRuntime();
        return "%s · %d processors · %s · JDK %s · %d repetitions of %d s, %d clients"
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        machine.availableProcessors(),
                        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                        Runtime.version(),
                        settings.repetitions(),
                        settings.seconds(),
                        Settings.CLIENTS);
    }
}
