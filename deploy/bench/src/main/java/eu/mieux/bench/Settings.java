package eu.mieux.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a run is made.
 *
 * @param root the checkout
 * @param scratch a folder that is deleted afterwards
 * @param port the first of ten that the suite takes
 * @param repetitions of every measurement
 * @param seconds that a load lasts, each time
 */
record Settings(Path root, Path scratch, int port, int repetitions, int seconds) {

    /** At once against the suite, and at once against PostgreSQL. */
    static final int CLIENTS = 8;

    /** Seconds of load before anything is measured, for the compilers of the JVMs. */
    int warmUp() {
        return 6 * seconds;
    }

    Path folder(String name) throws IOException {
        return Files.createDirectories(scratch.resolve(name));
    }

    void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }

    @SuppressWarnings("SystemOut")
    void say(String sentence) {
        System.out.println(sentence);
    }
}
