package eu.mieux.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mieux.embedded.Ports;
import eu.mieux.local.suite.Readiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Images of this machine's architecture, in containers as confined as a cluster's. Skipped where neither podman nor docker answers. */
@ExtendWith(NeedsEngine.class)
class ImageStartTest {

    private static final Path ROOT = Path.of(System.getProperty("mieux.root"));
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TAG = "test-" + UUID.randomUUID();

    @TempDir
    static Path output;

    private static Engine engine;

    @BeforeAll
    static void the_images_are_written_and_loaded() throws IOException, InterruptedException {
        engine = Engine.found().orElseThrow();
        write("gateway");
        write("expert-service", "--no-training");
    }

    @AfterAll
    static void the_images_are_removed() throws IOException, InterruptedException {
        if (engine != null) {
            engine.require(output.resolve("log"), List.of("rmi", "--force", name("gateway"), name("expert-service")));
        }
    }

    @Test
    void the_gateway_starts_with_its_cache_and_answers() throws IOException, InterruptedException {
        int port = Ports.free();
        String container = "mieux-" + TAG;
        Path log = output.resolve("gateway.log");
        // With this mode a JVM that cannot use its cache does not start.
        Process process = engine.start(
                log,
                confined(
                        container,
                        "gateway",
                        "JDK_JAVA_OPTIONS=-XX:AOTMode=on",
                        "MIEUX_PORT=" + port,
                        "MIEUX_HOST=127.0.0.1",
                        "MIEUX_ENVIRONMENT=local",
                        "MIEUX_OIDC_ISSUER=http://127.0.0.1:1/none"));
        try {
            Readiness readiness = new Readiness();
            await().atMost(PATIENCE).until(() -> {
                assertThat(process.isAlive())
                        .as("the container runs; its log is %s", log)
                        .isTrue();
                return readiness.ready(port, "/q/health/live");
            });
        } finally {
            engine.require(output.resolve("log"), List.of("stop", "--time", "20", container));
        }
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(log)).contains("gateway stopped in").doesNotContain("[warning]");
    }

    @Test
    void a_service_without_its_settings_names_them_all_and_ends_with_1() throws IOException, InterruptedException {
        Path log = output.resolve("expert.log");
        Process process = engine.start(log, confined("mieux-bare-" + TAG, "expert-service"));
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(Files.readString(log))
                .contains("MIEUX_DATABASE_URL is not set", "MIEUX_KAFKA is not set", "MIEUX_FACILITY is not set");
    }

    private static void write(String program, String... options) {
        List<String> all = new ArrayList<>(List.of("--root", ROOT.toString(), "--output", output.toString()));
        all.addAll(List.of(
                "--only", program, "--arch", Architecture.ofThisMachine().title(), "--version-tag", TAG));
        all.addAll(List.of(options));
        assertThat(Images.commandLine().execute(all.toArray(String[]::new))).isZero();
        Path tar = output.resolve(
                "%s-%s.tar".formatted(program, Architecture.ofThisMachine().title()));
        try {
            engine.load(tar, output.resolve("log"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As the chart has it: nothing can be written but /tmp, and there is nothing that it may do beyond. */
    private static List<String> confined(String container, String program, String... environment) throws IOException {
        List<String> command = Engine.run(container);
        command.addAll(List.of(
                "--read-only",
                "--tmpfs",
                "/tmp",
                "--cap-drop",
                "ALL",
                "--security-opt",
                "no-new-privileges",
                "--memory",
                "512m"));
        for (String variable : environment) {
            command.addAll(List.of("--env", variable));
        }
        command.add(name(program));
        return command;
    }

    private static String name(String program) {
        return "mieux/%s:%s".formatted(program, TAG);
    }
}
