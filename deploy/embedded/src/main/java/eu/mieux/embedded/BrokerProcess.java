package eu.mieux.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Apache Kafka in a JVM of its own, built by the module {@code deploy/broker}.
 *
 * <p>{@link #start} attaches to the broker that already runs on the folder. Stopping and killing leave the data: a
 * {@link #restart} comes back on the same ports with the same topics.
 */
public final class BrokerProcess implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOP_PATIENCE = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(50);

    private final BrokerLaunch launch;
    private ProcessHandle process;

    private BrokerProcess(BrokerLaunch launch, ProcessHandle process) {
        this.launch = launch;
        this.process = process;
    }

    /**
     * Starts the broker and waits until it takes requests, or attaches to it when it is still running.
     *
     * @throws PortOccupied when somebody else listens on one of its ports
     * @throws StartFailed when it does not start; the log says more
     */
    public static BrokerProcess start(BrokerLaunch launch) {
        Optional<ProcessHandle> running = launch.running();
        if (running.isPresent()) {
            return new BrokerProcess(launch, running.get());
        }
        launch.runningElsewhere().ifPresent(other -> stop(other, STOP_PATIENCE));
        return new BrokerProcess(launch, awaitReady(launch, launch.spawn()));
    }

    /**
     * A broker for tests: free ports and a fresh folder under the temporary folder; both are gone when the JVM ends,
     * however it ends.
     *
     * @param brokerHome {@code deploy/broker/target}
     */
    public static BrokerProcess temporary(Path brokerHome) {
        Path folder = TemporaryFolder.create("mieux-kafka");
        BrokerProcess broker = start(new BrokerLaunch(
                brokerHome,
                folder.resolve("data"),
                Ports.free(),
                Ports.free(),
                folder.resolve("broker.log"),
                true,
                List.of()));
        TemporaryFolder.deleteAtEnd(folder, broker::kill);
        return broker;
    }

    /** {@code host:port} for clients. */
    public String bootstrapServers() {
        return "127.0.0.1:" + launch.clientPort();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** Stops in an orderly way; does nothing when it is not running. */
    public void stop() {
        stop(STOP_PATIENCE);
    }

    /** The same, for one that may take longer to end; after that time it is killed. */
    public void stop(Duration patience) {
        stop(process, patience);
    }

    /** The crash: SIGKILL, no farewell. */
    public void kill() {
        kill(process);
    }

    private static void stop(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!Processes.awaitEnd(process, patience)) {
            kill(process);
        }
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        if (!Processes.awaitEnd(process, STOP_PATIENCE)) {
            throw new StartFailed("Kafka (process %d) cannot be killed.".formatted(process.pid()));
        }
    }

    /** Starts again on the same ports and folder, after stopping what still runs; returns when it takes requests. */
    public void restart() {
        stop();
        process = awaitReady(launch, launch.spawn());
    }

    @Override
    public void close() {
        stop();
    }

    private static ProcessHandle awaitReady(BrokerLaunch launch, Process started) {
        Instant end = Instant.now().plus(START_PATIENCE);
        while (Instant.now().isBefore(end)) {
            if (launch.running().isPresent()) {
                return started.toHandle();
            }
            if (Processes.awaitEnd(started.toHandle(), POLL)) {
                throw new StartFailed("Kafka did not start. Its log: " + launch.log());
            }
        }
        started.destroyForcibly();
        throw new StartFailed("Kafka was still starting after %d seconds. Give the same command again; its log: %s"
                .formatted(START_PATIENCE.toSeconds(), launch.log()));
    }
}
