package eu.mieux.local.suite;

import eu.mieux.embedded.Ports;
import eu.mieux.local.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** What must be true of the machine before a suite starts: free ports, and room on the disk. */
final class Ground {

    private static final long ROOM_BYTES = 1L << 30;

    private Ground() {}

    static void requireRoom(SuiteFolder folder) {
        try {
            long free = Files.getFileStore(existing(folder.path())).getUsableSpace();
            if (free < ROOM_BYTES) {
                throw new Refusal(
                        "Only %d MB are free on the disk of %s; the suite needs 1,024 MB. Make room, or choose a folder on another disk with --data."
                                .formatted(free >> 20, folder.path()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder, or the nearest above it that there is. */
    private static Path existing(Path folder) {
        Path nearest = folder;
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        return nearest;
    }

    /** Every port of a part that does not run yet must be free. */
    static void requirePorts(int gatewayPort, RunningParts running) {
        for (Part part : Part.values()) {
            if (!running.has(part)) {
                requireFree(part.port(gatewayPort), part.title(), gatewayPort);
            }
        }
        if (!running.has(Part.KAFKA)) {
            requireFree(gatewayPort + Part.KAFKA_CONTROLLER_OFFSET, "kafka", gatewayPort);
        }
    }

    private static void requireFree(int port, String part, int gatewayPort) {
        if (!Ports.occupied(port)) {
            return;
        }
        String owner = PortOwner.of(port)
                .map(found -> "%s (process %d)".formatted(found.name(), found.pid()))
                .orElse("another program");
        throw new Refusal(
                "Port %d, needed for %s, is taken by %s. Stop it, or start the suite on other ports: ./mieux up --port %d"
                        .formatted(port, part, owner, freeBlock(gatewayPort)));
    }

    private static int freeBlock(int taken) {
        return IntStream.iterate(taken + 100, port -> port + 100)
                .limit(200)
                .filter(port -> port + Part.BLOCK < 1 << 16)
                .filter(port -> IntStream.range(port, port + Part.BLOCK).noneMatch(Ports::occupied))
                .findFirst()
                .orElse(20_000);
    }
}
