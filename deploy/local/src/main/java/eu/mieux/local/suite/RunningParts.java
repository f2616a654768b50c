package eu.mieux.local.suite;

import eu.mieux.embedded.PostgresServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The processes of one suite that run at this moment, whoever started them.
 *
 * <p>Each JVM of a suite carries the suite's folder and its own name on its command line, so that it is found again
 * even when the launcher was killed before it could note anything. PostgreSQL is found by its data directory.
 */
final class RunningParts {

    private static final String SUITE = "-Dmieux.suite=";
    private static final String PART = "-Dmieux.part=";

    private final Map<Part, ProcessHandle> processes = new EnumMap<>(Part.class);
    private final List<ProcessHandle> helpers = new ArrayList<>();

    private RunningParts() {}

    static RunningParts of(SuiteFolder folder) {
        RunningParts running = new RunningParts();
        ProcessHandle.allProcesses().forEach(process -> running.note(process, SUITE + folder.path()));
        PostgresServer.pidIn(folder.postgres())
                .flatMap(ProcessHandle::of)
                .ifPresent(process -> running.processes.put(Part.POSTGRES, process));
        return running;
    }

    /** The options by which a JVM is found again. */
    static List<String> marks(SuiteFolder folder, String name) {
        return List.of(SUITE + folder.path(), PART + name);
    }

    /** Processes that belong to the suite but are no part of it. */
    List<ProcessHandle> helpers() {
        return List.copyOf(helpers);
    }

    Optional<ProcessHandle> find(Part part) {
        return Optional.ofNullable(processes.get(part));
    }

    boolean has(Part part) {
        return processes.containsKey(part);
    }

    boolean none() {
        return processes.isEmpty();
    }

    boolean all() {
        return processes.size() == Part.values().length;
    }

    private void note(ProcessHandle process, String suite) {
        List<String> arguments = Arrays.asList(process.info().arguments().orElse(new String[0]));
        if (process.isAlive() && arguments.contains(suite)) {
            Arrays.stream(Part.values())
                    .filter(part -> arguments.contains(PART + part.title()))
                    .findFirst()
                    .ifPresentOrElse(part -> processes.put(part, process), () -> helpers.add(process));
        }
    }
}
