package eu.mieux.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What a process and its children take of the machine's memory, each shared page counted once. */
final class Memory {

    private Memory() {}

    static Optional<Long> of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(Memory::proportional)
                .flatMap(Optional::stream)
                .reduce(Long::sum);
    }

    /** The kernel's proportional set size, in bytes; only Linux tells it. */
    private static Optional<Long> proportional(ProcessHandle process) {
        Path rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        try (Stream<String> lines = Files.lines(rollup)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10);
        } catch (IOException | UncheckedIOException _) {
            // No /proc on this system, or the process has just ended.
            return Optional.empty();
        }
    }
}
