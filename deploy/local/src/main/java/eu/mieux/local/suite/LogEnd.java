package eu.mieux.local.suite;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file. */
public final class LogEnd {

    private static final int BYTES = 1 << 16;

    private LogEnd() {}

    /** The last lines, at most so many. */
    public static List<String> lines(Path log, int count) throws IOException {
        if (!Files.exists(log)) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(0, file.length() - (long) BYTES * Math.max(1, count / 200));
            file.seek(start);
            byte[] bytes = new byte[(int) (file.length() - start)];
            file.readFully(bytes);
            List<String> lines =
                    new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        }
    }

    /** The last complaint, or the last line; never a line of a stack trace. */
    static String complaint(Path log) throws IOException {
        List<String> lines = lines(log, 400).stream()
                .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
                .filter(line -> !line.startsWith("Caused by") && !line.startsWith("at "))
                .toList();
        return lines.stream()
                .filter(line -> line.contains("ERROR") || line.contains("FATAL"))
                .reduce((_, last) -> last)
                .or(() -> lines.stream().reduce((_, last) -> last))
                .orElse("(it is empty)");
    }
}
