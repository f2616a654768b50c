package eu.mieux.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The server process that the file {@code postmaster.pid} of a data directory names. */
record Postmaster(long pid, int port) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    boolean isRunning() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    /** Returns when it has ended, at the latest after this time. */
    void awaitEnd(Duration patience) {
        ProcessHandle.of(pid).ifPresent(process -> Processes.awaitEnd(process, patience));
    }

    /** Fast shutdown: sessions are ended, a checkpoint is written. */
    void stop() {
        ProcessHandle process = ProcessHandle.of(pid).orElse(null);
        if (process == null) {
            return;
        }
        signal("INT");
        if (!Processes.awaitEnd(process, PATIENCE)) {
            signal("QUIT");
            if (!Processes.awaitEnd(process, PATIENCE)) {
                throw new StartFailed(
                        "PostgreSQL (process %d) does not stop; end it by `kill -QUIT %d`.".formatted(pid, pid));
            }
        }
    }

    /** Java can send TERM and KILL only; TERM lets PostgreSQL wait for its clients for ever. */
    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder(List.of("kill", "-" + name, Long.toString(pid)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            kill.waitFor();
        } catch (IOException e) {
            throw new StartFailed("PostgreSQL (process %d) cannot be stopped: %s".formatted(pid, e.getMessage()), e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
