package eu.mieux.chassis.bulk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds where a file stops being UTF-8. */
final class Utf8 {

    private Utf8() {}

    /** The first line (from 1) with bytes that are not UTF-8, read byte by byte as Latin-1 so that lines are found at all. */
    static long firstBadLine(Path path) throws IOException {
        long line = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(path), StandardCharsets.ISO_8859_1))) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                line++;
                byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
                if (!java.util.Arrays.equals(
                        new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), bytes)) {
                    return line;
                }
            }
        }
        return line;
    }
}
