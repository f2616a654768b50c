package eu.mieux.local.build;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process and what it started. */
final class ProcessTree {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ProcessTree() {}

    /** Tells all of them to end, and waits for that. */
    static void end(Process process) {
        // From the top, or a shell would go on to its next command. By their handles: Process.destroy closes the pipes
        // under whoever reads them.
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        all.forEach(ProcessHandle::destroy);
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
