package eu.mieux.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own load generator, with prepared statements. */
final class Pgbench {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern LATENCY = Pattern.compile("latency average = ([0-9.]+) ms");

    private final Path script;
    private final Map<String, String> environment;

    Pgbench(Path script, Map<String, String> environment) {
        this.script = script;
        this.environment = environment;
    }

    /** Of a resource of this module. */
    static Pgbench of(String name, Map<String, String> environment) throws IOException {
        Path script = Files.createTempFile("mieux-bench-", "-" + name);
        script.toFile().deleteOnExit();
        Files.writeString(script, Resource.text(name));
        return new Pgbench(script, environment);
    }

    /**
     * Transactions a second.
     *
     * @param options further ones, {@code -D name=value} for instance
     */
    double rate(int clients, int seconds, String... options) throws IOException, InterruptedException {
        return rate(start(clients, seconds, options).end());
    }

    Program.Running start(int clients, int seconds, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("-T", Integer.toString(seconds)));
        all.addAll(List.of(options));
        return command(clients, all).start();
    }

    static double rate(String output) {
        return found(RATE, output);
    }

    /** Milliseconds that one transaction takes, one after the other. */
    double latency(int transactions, String... options) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-t", Integer.toString(transactions)));
        all.addAll(List.of(options));
        return found(LATENCY, command(1, all).run());
    }

    private Program command(int clients, List<String> options) {
        List<String> words = new ArrayList<>(
                List.of("pgbench", "--no-vacuum", "--protocol=prepared", "--client=" + clients, "--file=" + script));
        words.addAll(options);
        return new Program(words, environment);
    }

    private static double found(Pattern figure, String output) {
        Matcher matcher = figure.matcher(output);
        if (!matcher.find() || !output.contains("number of failed transactions: 0 ")) {
            throw new IllegalStateException("pgbench failed:\n" + output);
        }
        return Double.parseDouble(matcher.group(1));
    }
}
