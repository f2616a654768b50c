package eu.mieux.local.suite;

import eu.mieux.embedded.PostgresServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
        stop(running, List.of(Part.GATEWAY));
        stop(running, Part.services());
        stop(running, List.of(Part.IDENTITY, Part.KAFKA));
        PostgresServer.stopIn(folder.postgres());
    }

    /** All of them at once. */
    private static void stop(RunningParts running, List<Part> parts) {
        List<ProcessHandle> processes = new ArrayList<>();
        for (Part part : parts) {
            running.find(part).ifPresent(processes::add);
        }
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
