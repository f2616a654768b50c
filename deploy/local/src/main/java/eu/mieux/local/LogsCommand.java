package eu.mieux.local;

import eu.mieux.local.suite.LogEnd;
import eu.mieux.local.suite.Part;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a part of the suite has to say. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Shows the end of the log of one part of the suite.")
final class LogsCommand implements Callable<Integer> {

    private static final long POLL_MILLIS = 200;

    @Mixin
    private SuiteOption option;

    @Parameters(
            paramLabel = "SERVICE",
            description =
                    "gateway, pre-implementation, implementation, expert, monitoring, knowledge, identity, postgres or kafka.")
    private String service;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what comes, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "100",
            description = "How many lines from the end; ${DEFAULT-VALUE} unless told otherwise.")
    private int lines;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (lines < 1) {
            throw new Refusal("--lines must be at least 1; %d is not.".formatted(lines));
        }
        Path log = option.suite().log(Part.named(service));
        if (!Files.exists(log)) {
            throw new Refusal("There is no log %s yet; the part has not been started.".formatted(log));
        }
        Console console = Console.standard();
        long end = Files.size(log);
        LogEnd.lines(log, lines).forEach(line -> console.say(line));
        while (follow) {
            end = showFrom(log, end, console);
            Thread.sleep(POLL_MILLIS);
        }
        return 0;
    }

    /** Shows what was added since, and returns the new end; a log that was begun anew is shown from its start. */
    private static long showFrom(Path log, long end, Console console) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = file.length() < end ? 0 : end;
            byte[] added = new byte[(int) Math.min(file.length() - start, 1 << 20)];
            file.seek(start);
            file.readFully(added);
            console.show(new String(added, StandardCharsets.UTF_8));
            return start + added.length;
        }
    }
}
