package eu.mieux.local;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.embedded.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code up} in a process of its own, in a checkout where nothing is built and whose Maven never comes to an end. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UpCommandTest {

    private static final String GIVEN_UP = "Given up while building; ./mieux up goes on where it stopped.";

    @TempDir
    Path folder;

    private Path root;
    private Process up;

    @BeforeEach
    void a_build_under_way() throws Exception {
        root = Files.createDirectories(folder.resolve("check out"));
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Path begun = root.resolve("begun");
        assertThat(new ProcessBuilder("mkfifo", begun.toString()).start().waitFor())
                .isZero();
        Path mvnw = Files.writeString(root.resolve("mvnw"), "#!/bin/sh\necho yes >begun\nexec sleep 600\n");
        assertThat(mvnw.toFile().setExecutable(true)).isTrue();
        up = up();
        assertThat(begun).content().isEqualTo("yes\n");
    }

    @AfterEach
    void end() {
        up.descendants().forEach(ProcessHandle::destroyForcibly);
        up.destroyForcibly();
    }

    @Test
    void a_build_that_is_interrupted_is_given_up_in_one_sentence() throws Exception {
        ProcessHandle build = build();

        up.toHandle().destroy();

        assertThat(said()).hasSize(2).last().isEqualTo(GIVEN_UP);
        assertThat(up.waitFor()).isNotZero();
        assertThat(build.isAlive()).isFalse();
    }

    @Test
    void it_is_the_same_sentence_when_the_signal_reaches_maven_first_as_it_does_in_a_terminal() throws Exception {
        build().destroy();
        up.toHandle().destroy();

        assertThat(said()).hasSize(2).last().isEqualTo(GIVEN_UP);
        assertThat(up.waitFor()).isNotZero();
    }

    @Test
    void nothing_but_the_empty_suite_is_left_of_a_start_that_was_given_up_while_building() throws Exception {
        up.toHandle().destroy();
        up.waitFor();

        assertThat(folder.resolve("data").toFile().list()).containsOnly("suite.json", "lock", "logs");
    }

    private ProcessHandle build() {
        return up.children().findFirst().orElseThrow();
    }

    private List<String> said() throws IOException {
        try (BufferedReader output = up.inputReader()) {
            return output.lines().collect(Collectors.toList());
        }
    }

    private Process up() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Checkout.java().toString(),
                        "-Xmx64m",
                        "-Dmieux.root=" + root,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Mieux.class.getName(),
                        "up",
                        "--detach",
                        "--empty",
                        "--data",
                        folder.resolve("data").toString(),
                        "--port",
                        Integer.toString(freeBlock()))
                .redirectErrorStream(true);
        // A JVM that picks up options from there says so first.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start();
    }

    private static int freeBlock() {
        return IntStream.iterate(Ports.free() % 30_000 + 2_000, first -> first + 10)
                .filter(first -> IntStream.range(first, first + 10).noneMatch(Ports::occupied))
                .findFirst()
                .orElseThrow();
    }
}
