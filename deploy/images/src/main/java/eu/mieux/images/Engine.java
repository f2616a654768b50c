package eu.mieux.images;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Podman, or Docker: what runs a container on this machine. */
final class Engine {

    private static final long PATIENCE_MINUTES = 15;

    private final Path program;

    private Engine(Path program) {
        this.program = program;
    }

    /** The first that answers. */
    static Optional<Engine> found() {
        return Stream.of("podman", "docker")
                .flatMap(name -> onPath(name).stream())
                .map(Engine::new)
                .filter(Engine::answers)
                .findFirst();
    }

    /** A program by its name. */
    static Optional<Path> onPath(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The beginning of a command that runs a container, on this machine's own network, and removes it when it has ended. */
    static List<String> run(String container) throws IOException {
        List<String> command = new ArrayList<>(List.of("run", "--rm", "--name", container, "--network", "host"));
        command.addAll(Limits.options());
        return command;
    }

    void load(Path tar, Path log) throws IOException, InterruptedException {
        require(log, List.of("load", "--input", tar.toString()));
    }

    /** A command that must end well. */
    void require(Path log, List<String> arguments) throws IOException, InterruptedException {
        Process process = start(log, arguments);
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("%s has not come to an end within %d minutes; see %s"
                    .formatted(String.join(" ", arguments), PATIENCE_MINUTES, log));
        }
        if (process.exitValue() != 0) {
            throw new IOException("%s %s ended with %d; see %s"
                    .formatted(program.getFileName(), arguments.getFirst(), process.exitValue(), log));
        }
    }

    Process start(Path log, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private boolean answers() {
        try {
            Process process = new ProcessBuilder(program.toString(), "info")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException _) {
            // It cannot be started: as good as not there.
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
