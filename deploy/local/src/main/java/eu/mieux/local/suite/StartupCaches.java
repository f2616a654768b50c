package eu.mieux.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JDK's ahead-of-time caches: with one, a JVM starts with its classes loaded and linked, in half the time. A cache
 * belongs to one build of one program and one JDK; a stamp beside it says which.
 */
final class StartupCaches {

    /**
     * Without the second compiler a training takes down what is loaded, but not what is hot: else every start would at once
     * compile all that was, on processors that nine processes share.
     */
    private static final String FIRST_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

    private final Path folder;

    StartupCaches(Path programs) {
        this.folder = programs.resolve("startup");
    }

    /** The option that makes a JVM use the cache of its program; none as long as there is no cache that fits. */
    List<String> use(Part part, Path program) {
        return fits(part, program) ? List.of("-XX:AOTCache=" + cache(part)) : List.of();
    }

    /** The options that make a JVM write a cache when it ends. */
    List<String> record(Part part) {
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(stamp(part));
            Files.deleteIfExists(cache(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of("-XX:AOTCacheOutput=" + cache(part), FIRST_COMPILER_ONLY);
    }

    /** Notes what a cache that was just written belongs to; false if there is none. */
    boolean accept(Part part, Path program) {
        try {
            if (!Files.exists(cache(part))) {
                return false;
            }
            Files.writeString(stamp(part), fingerprint(program));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean fits(Part part, Path program) {
        try {
            return Files.exists(cache(part))
                    && Files.exists(stamp(part))
                    && Files.readString(stamp(part)).equals(fingerprint(program));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path cache(Part part) {
        return folder.resolve(part.title() + ".aot");
    }

    private Path stamp(Part part) {
        return folder.resolve(part.title() + ".stamp");
    }

    /** Over the JDK, the options, and name, size and time of every file: what the JVM itself compares. */
    private static String fingerprint(Path program) throws IOException {
        try (Stream<Path> files = Files.walk(program)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((Runtime.version() + " " + Jvm.SMALL).getBytes(StandardCharsets.UTF_8));
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String line = file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
