package eu.mieux.gateway;

import io.vertx.core.MultiMap;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** Every request belongs to one trace (W3C Trace Context): its client's, or one that begins here. */
final class Trace {

    private static final String HEADER = "traceparent";
    private static final Pattern FORM =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private Trace() {}

    static void require(MultiMap headers) {
        List<String> given = headers.getAll(HEADER);
        if (given.size() != 1 || !FORM.matcher(given.getFirst()).matches()) {
            headers.remove("tracestate");
            headers.set(HEADER, "00-%s%s-%s-01".formatted(number(), number(), number()));
        }
    }

    private static String number() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }
}
