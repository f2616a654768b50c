package eu.mieux.local.suite;

import eu.mieux.embedded.PostgresServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Stops a suite from the outside inwards: first the door, last what keeps the data. */
final class Stopping {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SuiteFolder folder;

    Stopping(SuiteFolder folder) {
        this.folder = folder;
    }

    void run() {
        RunningParts running = RunningParts.of(folder);
        // A training that ends politely would first write its cache, for half a minute.
        running.helpers().forEach(Stopping::kill);
        end(running, List.of(Part.GATEWAY));
        end(running, Part.services());
        end(running, List.of(Part.IDENTITY, Part.KAFKA));
        folder.state().ifPresent(state -> PostgresServer.stop(Starting.postgresSettings(folder, state)));
    }

    private static void kill(ProcessHandle process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private static void end(RunningParts running, List<Part> parts) {
        end(parts.stream().map(running::find).flatMap(Optional::stream).toList());
    }

    /** All of them at once. */
    private static void end(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroy);
        for (ProcessHandle process : processes) {
            if (!ended(process)) {
                process.destroyForcibly();
                ended(process);
            }
        }
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException _) {
            // It did not listen: the caller becomes less polite.
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
