package eu.mieux.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who listens on a port, as far as this user may know: by {@code /proc} on Linux, by {@code lsof} elsewhere.
 *
 * @param pid of the process
 * @param name of its program
 */
record PortOwner(long pid, String name) {

    private static final String LISTEN = "0A";

    static Optional<PortOwner> of(int port) {
        Optional<Long> pid = Files.isDirectory(Path.of("/proc/net")) ? byProc(port) : byLsof(port);
        return pid.flatMap(ProcessHandle::of)
                .map(process -> new PortOwner(
                        process.pid(),
                        process.info()
                                .command()
                                .map(command -> Path.of(command).getFileName().toString())
                                .orElse("a program")));
    }

    private static Optional<Long> byProc(int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String line : lines(Path.of(table))) {
                String[] fields = line.strip().split("\\s+", -1);
                if (fields.length > 9 && fields[3].equals(LISTEN) && fields[1].endsWith(":%04X".formatted(port))) {
                    sockets.add("socket:[" + fields[9] + "]");
                }
            }
        }
        return sockets.isEmpty()
                ? Optional.empty()
                : ProcessHandle.allProcesses()
                        .map(ProcessHandle::pid)
                        .filter(pid -> holdsAny(pid, sockets))
                        .findFirst();
    }

    private static boolean holdsAny(long pid, Set<String> sockets) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path file : files) {
                if (sockets.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
            return false;
        } catch (IOException | DirectoryIteratorException _) {
            // Another user's process, or one that has just ended: not ours to look into.
            return false;
        }
    }

    private static Optional<Long> byLsof(int port) {
        try {
            Process lsof = new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return answer.lines().findFirst().map(Long::parseLong);
        } catch (IOException _) {
            // No lsof on this machine: then nobody knows.
            return Optional.empty();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
