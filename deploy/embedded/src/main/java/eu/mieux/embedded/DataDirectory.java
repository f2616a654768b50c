package eu.mieux.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of one PostgreSQL cluster, and what its files say about its state.
 *
 * <p>A marker beside the folder stands from before {@code initdb} until the server has answered once. A start that was
 * killed in between leaves the marker, and with it a cluster that nobody can have used. A folder that held something before
 * gets no marker, and nothing in it is ever removed.
 */
record DataDirectory(Path folder) {

    /** What {@code initdb}, the server and the library that starts it put into the folder. */
    private static final Pattern OF_A_CLUSTER =
            Pattern.compile("PG_VERSION|base|global|pg_.*|postgresql\\..*|postmaster\\..*|current_logfiles|epg-lock");

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

    /** @throws StartFailed when the folder holds something, which then is not ours */
    void markBirth() {
        try {
            if (!entries().isEmpty()) {
                throw notOurs("it holds no complete PostgreSQL data");
            }
            Files.createDirectories(folder.getParent());
            Files.writeString(birthMarker(), "");
        } catch (IOException e) {
            throw new StartFailed("The folder %s cannot be written: %s".formatted(folder.getParent(), e), e);
        }
    }

    void markBorn() {
        delete(birthMarker());
    }

    /** Whether a first start was killed half-way. */
    boolean halfBorn() {
        return Files.exists(birthMarker());
    }

    /** Removes what a half first start left; no server may run on it. */
    void forgetHalfBirth() {
        try {
            List<Path> left = entries();
            if (!left.stream().allMatch(DataDirectory::isOfACluster)) {
                throw notOurs("a first start was broken off there, but it holds files that are not PostgreSQL's");
            }
            left.forEach(TemporaryFolder::delete);
        } catch (IOException e) {
            throw new StartFailed("The folder %s cannot be read: %s".formatted(folder, e), e);
        }
        delete(birthMarker());
    }

    private StartFailed notOurs(String why) {
        return new StartFailed(
                "The folder %s is not used: %s. Nothing in it was touched. Move it away, or choose another data folder."
                        .formatted(folder, why));
    }

    private List<Path> entries() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private static boolean isOfACluster(Path entry) {
        return OF_A_CLUSTER.matcher(entry.getFileName().toString()).matches();
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
