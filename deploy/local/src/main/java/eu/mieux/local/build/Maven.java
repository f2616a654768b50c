package eu.mieux.local.build;

import eu.mieux.local.Checkout;
import eu.mieux.local.Console;
import eu.mieux.local.Console.Progress;
import eu.mieux.local.Refusal;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The checkout's own Maven, {@code ./mvnw}, with the JDK that runs this launcher. */
public final class Maven {

    /** "[INFO] Building MIEUX gateway 1.0.0-SNAPSHOT                      [11/14]" */
    private static final Pattern MODULE = Pattern.compile("\\[INFO] Building (.+?) \\S+\\s+\\[(\\d+)/(\\d+)]");

    /** As Maven ends by SIGHUP, SIGINT and SIGTERM. From a terminal or {@code timeout} they reach it as soon as this launcher. */
    private static final Set<Integer> ENDED_FROM_OUTSIDE = Set.of(128 + 1, 128 + 2, 128 + 15);

    private final Checkout checkout;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicReference<@Nullable Process> running = new AtomicReference<>();

    public Maven(Checkout checkout) {
        this.checkout = checkout;
    }

    /**
     * Builds what the suite needs, if anything is missing or older than its sources; no tests. One build at a time in a
     * checkout: waits for one that is under way.
     *
     * @param extras what is needed beside the suite
     * @throws BuildGivenUp when it is ended, or not begun, because of {@link #stop} or a signal
     * @throws Refusal when the build fails
     */
    public void buildWhatIsStale(Path log, Console console, Set<Extra> extras)
            throws IOException, InterruptedException {
        Freshness freshness = new Freshness(checkout, extras);
        if (freshness.stale().isEmpty()) {
            return;
        }
        try (BuildLock lock = new BuildLock(checkout.root())) {
            if (!lock.take(stopped, console::say)) {
                throw new BuildGivenUp();
            }
            FileTime begun = FileTime.from(Instant.now());
            // Looked at again: who built before may have built the same.
            List<String> stale = freshness.stale();
            if (!stale.isEmpty()) {
                build(stale, log, console);
                freshness.built(stale, begun);
            }
        }
    }

    private void build(List<String> modules, Path log, Console console) throws IOException, InterruptedException {
        console.say("Building %s. The first time, this downloads the libraries and takes some minutes."
                .formatted(String.join(", ", modules)));
        List<String> arguments = new ArrayList<>(List.of(
                "--batch-mode",
                "--no-transfer-progress",
                "package",
                "-Dmaven.test.skip=true",
                "-Dspotless.skip=true",
                "--also-make",
                "--projects",
                String.join(",", modules)));
        if (modules.contains(Extra.KEYCLOAK.module())) {
            // Without its profile there is no such module.
            arguments.add("-Pkeycloak");
        }
        Process build = start(arguments, false);
        String complaint = follow(build, log, console, modules.size());
        int status = build.waitFor();
        if (status != 0 && (stopped.getCount() == 0 || ENDED_FROM_OUTSIDE.contains(status))) {
            throw new BuildGivenUp();
        }
        if (status != 0) {
            throw new Refusal("The build failed: %s%nThe whole log: %s".formatted(complaint, log));
        }
    }

    /**
     * Every test of every module, also after one has failed; two modules at a time, as a test waits more than it computes. What
     * Maven says goes to the terminal. Returns its exit code.
     *
     * @param arguments come first: of an option that is given twice, Maven takes the first
     */
    public int verify(List<String> arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("verify"));
        all.addAll(arguments);
        all.addAll(List.of("--fail-at-end", "--threads", "2"));
        return start(all, true).waitFor();
    }

    /** Ends what is under way, also the wait for another build; nothing is built afterwards. */
    public void stop() {
        stopped.countDown();
        Process process = running.get();
        if (process != null) {
            ProcessTree.end(process);
        }
    }

    private Process start(List<String> arguments, boolean visible) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(checkout.path("mvnw").toString());
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(checkout.root().toFile());
        builder.environment().put("JAVA_HOME", Checkout.javaHome().toString());
        if (visible) {
            builder.inheritIO();
        } else {
            builder.redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        }
        Process process = builder.start();
        running.set(process);
        if (stopped.getCount() == 0) {
            // stop() may have come too early to see it.
            ProcessTree.end(process);
        }
        return process;
    }

    /** Writes the log, draws the bar, and returns the first complaint. */
    private static String follow(Process build, Path log, Console console, int modules) throws IOException {
        String complaint = "no reason was given.";
        boolean complained = false;
        try (BufferedReader output = build.inputReader(StandardCharsets.UTF_8);
                BufferedWriter copy = Files.newBufferedWriter(log);
                Progress progress = console.progress("Building", modules)) {
            long number = 0;
            long all = modules;
            String name = "preparing";
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                copy.write(line);
                copy.newLine();
                Matcher module = MODULE.matcher(line);
                if (module.find()) {
                    name = module.group(1);
                    number = Long.parseLong(module.group(2)) - 1;
                    all = Long.parseLong(module.group(3));
                } else if (!complained && line.startsWith("[ERROR] ")) {
                    complaint = line.substring("[ERROR] ".length());
                    complained = true;
                }
                progress.to(number, all, name);
            }
        }
        return complaint;
    }
}
