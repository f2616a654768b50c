package eu.mieux.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTTP load generator wrk: a number of connections, each asking again as soon as it is answered. */
final class Wrk {

    private static final Pattern RESULT = Pattern.compile("answered=(\\d+) refused=(\\d+) broken=(\\d+) micros=(\\d+)");

    private final Path script;
    private final Map<String, String> environment;

    private Wrk(Path script, Map<String, String> environment) {
        this.script = script;
        this.environment = environment;
    }

    /**
     * @param name of a Lua script of this module
     * @param environment that the script reads
     */
    static Wrk of(String name, Map<String, String> environment) throws IOException {
        Path script = Files.createTempFile("mieux-bench-", "-" + name);
        script.toFile().deleteOnExit();
        Files.writeString(script, Resource.text(name) + Resource.text("result.lua"));
        return new Wrk(script, environment);
    }

    /** Answers a second, all of them good ones. */
    double rate(String url, int connections, int seconds) throws IOException, InterruptedException {
        String output = new Program(
                        List.of(
                                "wrk",
                                "--threads=1",
                                "--connections=" + connections,
                                "--duration=" + seconds + "s",
                                "--timeout=30s",
                                "--script=" + script,
                                url),
                        environment)
                .run();
        Matcher result = RESULT.matcher(output);
        if (!result.find()) {
            throw new IllegalStateException("wrk failed:\n" + output);
        }
        long answered = Long.parseLong(result.group(1));
        long bad = Long.parseLong(result.group(2)) + Long.parseLong(result.group(3));
        if (bad > 0 || answered == 0) {
            throw new IllegalStateException(
                    "%d of %d answers of %s were none:%n%s".formatted(bad, answered, url, output));
        }
        return answered * 1e6 / Long.parseLong(result.group(4));
    }
}
