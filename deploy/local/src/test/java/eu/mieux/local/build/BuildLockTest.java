package eu.mieux.local.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mieux.local.Checkout;
import eu.mieux.local.Console;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two builds in one checkout; the other one is a {@link LockedBuild}, started from its source as the script does. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BuildLockTest {

    private static final String BUSY = "Another ./mieux is building in this checkout; waiting for it.";
    private static final Path SOURCE = Path.of(
            System.getProperty("mieux.root"), "deploy/local/src/main/java/eu/mieux/local/build/LockedBuild.java");

    @TempDir
    Path root;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Process other;
    private BufferedReader said;
    private Console console;

    @BeforeEach
    void another_build_is_under_way() throws IOException {
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        other = other("echo building; read go; %s; exit 5".formatted(builtByTheOther()));
        PipedInputStream heard = new PipedInputStream();
        said = new BufferedReader(new InputStreamReader(heard, StandardCharsets.UTF_8));
        console = new Console(new PrintStream(new PipedOutputStream(heard), true, StandardCharsets.UTF_8), 0);
        assertThat(other.inputReader().readLine()).isEqualTo("building");
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
        ProcessTree.end(other);
    }

    @Test
    void a_second_build_waits_for_the_first_and_then_looks_again_what_is_stale() throws Exception {
        mvnw("echo \"$@\"");
        Future<?> second = build(new Maven(new Checkout(root)));
        assertThat(said.readLine()).isEqualTo(BUSY);

        goOn();

        assertThat(said.readLine()).startsWith("Building gateway. ");
        second.get();
        assertThat(root.resolve("build.log")).content().endsWith("--projects gateway\n");
        assertThat(other.waitFor()).isEqualTo(5);
    }

    @Test
    void the_lock_of_a_build_that_was_killed_is_free() throws Exception {
        other.destroyForcibly().waitFor();

        try (BuildLock lock = new BuildLock(root)) {
            assertThat(lock.take(new CountDownLatch(1), _ -> {})).isTrue();
        }
    }

    @Test
    void who_waits_can_give_up() throws Exception {
        Maven maven = new Maven(new Checkout(root));
        Future<?> second = build(maven);
        assertThat(said.readLine()).isEqualTo(BUSY);

        maven.stop();

        assertThatThrownBy(second::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(BuildGivenUp.class);
    }

    @Test
    void a_build_with_the_lock_that_is_told_to_end_takes_what_it_started_with_it() throws Exception {
        ProcessHandle command = other.children().findFirst().orElseThrow();

        other.toHandle().destroy();
        other.waitFor();

        assertThat(command.isAlive()).isFalse();
    }

    private Future<?> build(Maven maven) {
        return threads.submit(() -> {
            maven.buildWhatIsStale(root.resolve("build.log"), console, Set.of());
            return true;
        });
    }

    private Process other(String command) throws IOException {
        return new ProcessBuilder(
                        Checkout.java().toString(), SOURCE.toString(), root.toString(), "/bin/sh", "-c", command)
                .directory(root.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** All but the gateway. */
    private String builtByTheOther() throws IOException {
        Freshness freshness = new Freshness(new Checkout(root), Set.of());
        StringBuilder touch = new StringBuilder("touch");
        for (String module : freshness.stale()) {
            Path artefact = freshness.artefact(module);
            Files.createDirectories(artefact.getParent());
            touch.append(module.equals("gateway") ? "" : " " + root.relativize(artefact));
        }
        return touch.toString();
    }

    private void goOn() throws IOException {
        try (Writer input = other.outputWriter()) {
            input.write("go\n");
        }
    }

    private void mvnw(String script) throws IOException {
        Path mvnw = Files.writeString(root.resolve("mvnw"), "#!/bin/sh\n" + script + "\n");
        assertThat(mvnw.toFile().setExecutable(true)).isTrue();
    }
}
