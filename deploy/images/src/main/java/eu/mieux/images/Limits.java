package eu.mieux.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many files and processes a container may have. An engine asks for more than a process of ours may have and, where it is
 * not allowed to raise limits, starts nothing at all; so it is told what is enough, and no more than there is.
 */
final class Limits {

    private static final Path OWN = Path.of("/proc/self/limits");
    private static final long FILES = 20_000;
    private static final long PROCESSES = 4_096;

    private Limits() {}

    /** Options of {@code run}. */
    static List<String> options() throws IOException {
        List<String> options = new ArrayList<>();
        if (Files.exists(OWN)) {
            String own = Files.readString(OWN);
            options.addAll(option("nofile", own, "Max open files", FILES));
            options.addAll(option("nproc", own, "Max processes", PROCESSES));
        }
        return options;
    }

    private static List<String> option(String name, String own, String line, long enough) {
        Matcher hard = Pattern.compile("^" + line + "\\s+\\S+\\s+(\\d+)", Pattern.MULTILINE)
                .matcher(own);
        long limit = hard.find() ? Math.min(enough, Long.parseLong(hard.group(1))) : enough;
        return List.of("--ulimit", "%s=%d:%d".formatted(name, limit, limit));
    }
}
