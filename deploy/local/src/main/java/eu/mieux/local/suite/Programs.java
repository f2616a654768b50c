package eu.mieux.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The suite's own copy of what it runs, so that a build in the same checkout does not pull the jars away from under a
 * running JVM. Libraries, which builds never write in place, are hard links where the file system allows it.
 */
final class Programs {

    private Programs() {}

    /** Makes the copy equal to the source, as far as the filter goes; touches nothing that is equal already. */
    static Path copy(Path built, Path target, Predicate<Path> wanted) {
        try {
            Path source = built.toRealPath();
            Files.createDirectories(target);
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file :
                        files.filter(Files::isRegularFile).filter(wanted).toList()) {
                    bring(file, target.resolve(source.relativize(file)));
                }
            }
            removeWhatIsGone(source, target);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void bring(Path file, Path copy) throws IOException {
        if (Files.exists(copy)) {
            if (Files.size(copy) == Files.size(file)
                    && Files.getLastModifiedTime(copy).equals(Files.getLastModifiedTime(file))) {
                return;
            }
            Files.delete(copy);
        }
        Files.createDirectories(copy.getParent());
        if (file.toString().contains("/lib/") && linked(file, copy)) {
            return;
        }
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static boolean linked(Path file, Path copy) {
        try {
            Files.createLink(copy, file);
            return true;
        } catch (IOException | UnsupportedOperationException _) {
            // Another file system: a copy does as well.
            return false;
        }
    }

    private static void removeWhatIsGone(Path source, Path target) throws IOException {
        try (Stream<Path> copies = Files.walk(target)) {
            for (Path copy : copies.sorted(Comparator.reverseOrder()).toList()) {
                if (Files.isRegularFile(copy) && !Files.exists(source.resolve(target.relativize(copy)))) {
                    Files.delete(copy);
                }
            }
        }
    }
}
