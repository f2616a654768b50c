package eu.mieux.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another program, run to its end. */
final class Program {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final List<String> words;
    private final Map<String, String> environment;

    Program(List<String> words, Map<String, String> environment) {
        this.words = List.copyOf(words);
        this.environment = Map.copyOf(environment);
    }

    /** A program that is under way. */
    record Running(Process process, Path output, List<String> words) {

        /** What it printed. */
        String end() throws IOException, InterruptedException {
            try {
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
                String text = Files.readString(output, StandardCharsets.UTF_8);
                if (process.waitFor() != 0) {
                    throw new IOException("%s ended with %d:%n%s".formatted(words, process.exitValue(), text));
                }
                return text;
            } finally {
                Files.delete(output);
            }
        }
    }

    Running start() throws IOException {
        // A file, not a pipe: what the launcher leaves running would hold a pipe open.
        Path output = Files.createTempFile("mieux-bench-", ".out");
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return new Running(builder.start(), output, words);
    }

    String run() throws IOException, InterruptedException {
        return start().end();
    }

    static boolean isThere(String program) {
        String path = System.getenv("PATH");
        for (String folder : (path == null ? "" : path).split(File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
