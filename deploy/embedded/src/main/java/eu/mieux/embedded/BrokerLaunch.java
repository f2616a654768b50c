package eu.mieux.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a broker is to run.
 *
 * @param home {@code deploy/broker/target}: the jar and its libraries
 * @param folder where its data live; created when absent
 * @param clientPort for clients, on 127.0.0.1
 * @param controllerPort for the quorum, on 127.0.0.1
 * @param log file that takes its output
 * @param attached whether it ends with the process that started it, even when that is killed
 * @param options further options of its JVM
 */
public record BrokerLaunch(
        Path home, Path folder, int clientPort, int controllerPort, Path log, boolean attached, List<String> options) {

    private static final List<String> SMALL_JVM = List.of(
            "-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1");

    public BrokerLaunch {
        home = home.toAbsolutePath();
        folder = folder.toAbsolutePath().normalize();
        options = List.copyOf(options);
    }

    /** The broker that runs on this folder and takes requests on this port, if one does. */
    Optional<ProcessHandle> running() {
        return announced(clientPort);
    }

    /** The broker that runs on this folder, but on another port. */
    Optional<ProcessHandle> runningElsewhere() {
        return announcement()
                .map(announcement -> Integer.parseInt(announcement[1]))
                .filter(port -> port != clientPort)
                .flatMap(this::announced);
    }

    private Optional<ProcessHandle> announced(int port) {
        return announcement()
                .filter(announcement -> Integer.parseInt(announcement[1]) == port)
                .flatMap(announcement -> ProcessHandle.of(Long.parseLong(announcement[0])))
                .filter(ProcessHandle::isAlive)
                .filter(BrokerLaunch::looksLikeJava)
                .filter(_ -> Ports.occupied(port))
                .map(this::requireOurs);
    }

    /** A folder may be a link into another suite: its broker was started with the other name. */
    private ProcessHandle requireOurs(ProcessHandle broker) {
        Optional<String[]> arguments = broker.info().arguments();
        if (arguments.isPresent() && !List.of(arguments.get()).contains(folder.toString())) {
            throw new StartFailed(
                    "The folder %s is in use by the Kafka of another suite (process %d). It was left alone; choose another data folder."
                            .formatted(folder, broker.pid()));
        }
        return broker;
    }

    /** Process id and port, as the broker wrote them when it was ready. */
    private Optional<String[]> announcement() {
        Path ready = folder.resolve("ready");
        try {
            return Files.exists(ready)
                    ? Optional.of(Files.readString(ready).strip().split(" ", -1))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Process spawn() {
        if (!Files.exists(home.resolve("broker.jar"))) {
            throw new StartFailed(
                    "The broker is not built: %s is missing. Build it by `./mvnw -pl deploy/broker install`."
                            .formatted(home.resolve("broker.jar")));
        }
        requireFree(clientPort);
        requireFree(controllerPort);
        List<String> command = new ArrayList<>(attached ? List.of() : OwnSession.prefix());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(SMALL_JVM);
        command.addAll(List.of(
                "-cp",
                home.resolve("broker.jar") + File.pathSeparator + home.resolve("lib") + File.separator + "*",
                "eu.mieux.broker.Broker",
                folder.toString(),
                Integer.toString(clientPort),
                Integer.toString(controllerPort)));
        if (attached) {
            command.add("attached");
        }
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(folder.resolve("ready"));
            ProcessBuilder.Redirect output = ProcessBuilder.Redirect.appendTo(log.toFile());
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
            builder.environment().put("MALLOC_ARENA_MAX", "2");
            if (!attached) {
                builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
            }
            return builder.start();
        } catch (IOException e) {
            throw new StartFailed("Kafka cannot be started: " + e.getMessage(), e);
        }
    }

    private static boolean looksLikeJava(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("java"))
                .isPresent();
    }

    private static void requireFree(int port) {
        if (Ports.occupied(port)) {
            throw new PortOccupied(port, "Kafka");
        }
    }
}
