package eu.mieux.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folder of one PostgreSQL cluster, and what its files say about its state.
 *
 * <p>A marker beside the folder stands from before {@code initdb} until the server has answered once. A start that was
 * killed in between leaves the marker, and with it a cluster that nobody can have used.
 */
record DataDirectory(Path folder) {

    /** The server process that runs on this folder, if one does. */
    Optional<Postmaster> postmaster() {
        List<String> lines = postmasterFile();
        if (lines.size() < 4) {
            return Optional.empty();
        }
        long pid = Long.parseLong(lines.get(0).strip());
        int port = Integer.parseInt(lines.get(3).strip());
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(DataDirectory::looksLikePostgres)
                .map(_ -> new Postmaster(pid, port));
    }

    /** After a power cut the process id in the file may belong to anybody, and PostgreSQL then refuses to start. */
    void forgetDeadPostmaster() {
        if (postmaster().isEmpty()) {
            delete(folder.resolve("postmaster.pid"));
        }
    }

    boolean born() {
        return Files.exists(folder.resolve("PG_VERSION")) && !Files.exists(birthMarker());
    }

    void markBirth() {
        try {
            Files.createDirectories(folder.getParent());
            Files.writeString(birthMarker(), "");
        } catch (IOException e) {
            throw new StartFailed("The folder %s cannot be written: %s".formatted(folder.getParent(), e), e);
        }
    }

    void markBorn() {
        delete(birthMarker());
    }

    void forgetUnfinishedBirth() {
        if (Files.exists(birthMarker())) {
            postmaster().ifPresent(Postmaster::stop);
            TemporaryFolder.delete(folder);
        }
    }

    boolean is(Path other) {
        try {
            return Files.exists(other) && folder.toRealPath().equals(other.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean looksLikePostgres(ProcessHandle process) {
        return process.info().command().map(Path::of).map(Path::getFileName).stream()
                .anyMatch(name -> name.toString().startsWith("postgres"));
    }

    private List<String> postmasterFile() {
        Path file = folder.resolve("postmaster.pid");
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path birthMarker() {
        return folder.resolveSibling(folder.getFileName() + ".unfinished");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StartFailed("The file %s cannot be removed: %s".formatted(file, e), e);
        }
    }
}
