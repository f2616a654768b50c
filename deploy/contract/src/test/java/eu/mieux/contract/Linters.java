package eu.mieux.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The linters of {@code package.json}, installed as its lock file says below {@code target}, and run with Node.js. */
final class Linters {

    private static final int OLDEST_NODE = 20;
    private static final Path HOME = Path.of("target/linters").toAbsolutePath();

    /** What a linter said. */
    record Verdict(int exit, String words) {}

    private Linters() {}

    /** Skips the test, and says why, where there is no Node.js. */
    static void install() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                nodeVersion() >= OLDEST_NODE,
                "There is no Node.js %d with npm here, so the API's documents are not linted. Debian 13: apt-get install nodejs npm"
                        .formatted(OLDEST_NODE));
        Files.createDirectories(HOME);
        Path lock = HOME.resolve("package-lock.json");
        boolean there = Files.exists(HOME.resolve("node_modules/.package-lock.json"))
                && Files.mismatch(lock, Path.of("package-lock.json")) == -1;
        for (String file : List.of("package.json", "package-lock.json")) {
            Files.copy(Path.of(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        copyRules();
        if (!there) {
            Verdict installed = run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            if (installed.exit() != 0) {
                throw new IllegalStateException("npm ci failed: " + installed.words());
            }
        }
    }

    private static void copyRules() throws IOException {
        Path rules = Files.createDirectories(HOME.resolve("lint"));
        try (Stream<Path> files = Files.list(Path.of("lint"))) {
            files.forEach(file -> {
                try {
                    Files.copy(file, rules.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** 0 where there is none. */
    private static int nodeVersion() throws InterruptedException {
        try {
            String version = run("node", "--version").words().strip();
            run("npm", "--version");
            return Integer.parseInt(version.replaceFirst("^v(\\d+)\\..*", "$1"));
        } catch (IOException e) {
            return 0;
        }
    }

    /** @param script one of {@code package.json} */
    static Verdict lint(String script, Path document) throws IOException, InterruptedException {
        return run(
                "npm",
                "run",
                "--silent",
                script,
                "--",
                document.toAbsolutePath().toString());
    }

    private static Verdict run(String... command) throws IOException, InterruptedException {
        Path folder = Files.isDirectory(HOME) ? HOME : Path.of("").toAbsolutePath();
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(Arrays.asList(command)))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("NO_UPDATE_NOTIFIER", "1");
        builder.environment().put("REDOCLY_TELEMETRY", "off");
        builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
        Process process = builder.start();
        process.getOutputStream().close();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Verdict(process.waitFor(), words);
    }
}
