package eu.mieux.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's COPY, by psql. */
final class Copy {

    private static final Pattern TIME = Pattern.compile("Time: ([0-9.]+) ms");

    private Copy() {}

    /**
     * Copies a CSV file with a header into a table.
     *
     * @param into the table, and its columns in parentheses
     * @return seconds, without those that psql takes to start
     */
    static double csv(Path file, String into, Map<String, String> environment)
            throws IOException, InterruptedException {
        String output = new Program(
                        List.of(
                                "psql",
                                "--no-psqlrc",
                                "--set=ON_ERROR_STOP=1",
                                "--command=\\timing on",
                                "--command=\\copy %s from '%s' (format csv, header)".formatted(into, file)),
                        environment)
                .run();
        Matcher time = TIME.matcher(output);
        if (!time.find()) {
            throw new IllegalStateException("psql failed:\n" + output);
        }
        return Double.parseDouble(time.group(1)) / 1000;
    }
}
