package eu.mieux.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The launcher of the checkout, {@code ./mieux}, for the suite on these data.
 *
 * @param data the folder that holds them
 * @param environment what is set for its commands beside what is set already
 */
public record Launcher(Path data, Map<String, String> environment) {

    static final Path ROOT = Path.of(System.getProperty("mieux.root"));

    /** How a command ended, what it printed, and what it said beside that, or complained of. */
    public record Ended(int code, String output, String remarks) {

        String all() {
            return output + remarks;
        }
    }

    /** Runs a command, which must succeed. */
    public Ended succeed(String... words) {
        Ended ended = run(words);
        if (ended.code() != 0) {
            throw new IllegalStateException("mieux " + String.join(" ", words) + ":\n" + ended.all());
        }
        return ended;
    }

    /** A bearer token for someone with this role; claims as options: {@code "officer", "--region", "ASIA"}. */
    public String token(String... who) {
        String[] words = Stream.concat(Stream.of("token"), Arrays.stream(who)).toArray(String[]::new);
        return succeed(words).output().strip();
    }

    public Ended run(String... words) {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("mieux").toString()));
        command.addAll(Arrays.asList(words));
        command.addAll(List.of("--data", data.toString()));
        try {
            // Files, not pipes: what the launcher leaves running would hold a pipe open.
            Path output = Files.createTempFile("mieux-", ".out");
            Path remarks = Files.createTempFile("mieux-", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(ROOT.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(remarks.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            Ended ended = new Ended(process.waitFor(), Files.readString(output), Files.readString(remarks));
            Files.delete(output);
            Files.delete(remarks);
            return ended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static Path newFolder() {
        try {
            return Files.createTempDirectory("mieux-acceptance-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With all that is in it. */
    public static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
