package eu.mieux.acceptance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An answer as {@code curl -i} prints it, or as a guide shows it: there with some of the headers. */
record HttpAnswer(String status, Map<String, String> headers, String body) {

    static HttpAnswer of(String text) {
        String[] parts = text.replace("\r", "").split("\n\n", 2);
        List<String> head = parts[0].lines().toList();
        Map<String, String> headers = new TreeMap<>();
        for (String line : head.subList(1, head.size())) {
            String[] header = line.split(":\\s*", 2);
            headers.put(header[0].toLowerCase(Locale.ROOT), header.length == 2 ? header[1] : "");
        }
        return new HttpAnswer(head.getFirst().strip(), headers, parts.length == 2 ? parts[1].strip() : "");
    }

    /** What of the real answer is otherwise than shown here. */
    List<String> differences(HttpAnswer real) throws IOException {
        List<String> differences = new ArrayList<>();
        if (!status.equals(real.status)) {
            differences.add("%s, not %s".formatted(real.status, status));
        }
        headers.forEach((name, value) -> {
            String found = real.headers.getOrDefault(name, "");
            if (!Shape.fits(value, found) && !isTypeOf(value, found)) {
                differences.add("%s: %s, not %s".formatted(name, found, value));
            }
        });
        if (!body.isEmpty()) {
            differences.addAll(Shape.of(body).differences(real.body));
        } else if (real.body.contains("urn:mieux:problem:")) {
            differences.add(real.body);
        }
        return differences;
    }

    /** Guides leave the charset out. */
    private static boolean isTypeOf(String shown, String real) {
        return real.startsWith(shown + ";");
    }
}
