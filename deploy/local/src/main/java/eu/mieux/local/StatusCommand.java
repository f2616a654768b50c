package eu.mieux.local;

import eu.mieux.local.suite.PartStatus;
import eu.mieux.local.suite.PartStatus.State;
import eu.mieux.local.suite.Suite;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Tells which parts of a suite run. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Tells which parts of a suite run, where, and what memory they take.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:everything is ready", "1:something failed", "3:something is not ready or does not run"})
final class StatusCommand implements Callable<Integer> {

    private static final int INCOMPLETE = 3;

    @Mixin
    private SuiteOption option;

    @Option(names = "--json", description = "For programs: one JSON array.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        Suite suite = option.suite();
        List<PartStatus> parts = suite.status();
        Console console = Console.standard();
        if (json) {
            console.say(new JsonMapper().writeValueAsString(parts));
        } else {
            console.say("%-28s %-10s %6s %9s %9s".formatted("part", "state", "port", "process", "memory"));
            parts.forEach(part -> console.say("%-28s %-10s %6d %9s %9s"
                    .formatted(
                            part.part(),
                            words(part.state()),
                            part.port(),
                            part.pid() == null ? "–" : part.pid(),
                            part.memoryBytes() == null ? "–" : megabytes(part.memoryBytes()))));
            console.say("%-28s %37s".formatted("together", megabytes(together(parts))));
            console.say("");
            if (!suite.untrained().isEmpty()) {
                console.say("Not yet prepared for a fast start: " + String.join(", ", suite.untrained()));
            }
            console.say("Data: %s".formatted(suite.data()));
        }
        return parts.stream().allMatch(part -> part.state() == State.READY) ? 0 : INCOMPLETE;
    }

    private static String words(State state) {
        return switch (state) {
            case READY -> "ready";
            case NOT_READY -> "not ready";
            case STOPPED -> "stopped";
        };
    }

    private static long together(List<PartStatus> parts) {
        return parts.stream()
                .map(PartStatus::memoryBytes)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }
}
