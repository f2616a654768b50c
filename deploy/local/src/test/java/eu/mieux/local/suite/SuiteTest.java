package eu.mieux.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mieux.embedded.Ports;
import eu.mieux.embedded.PostgresServer;
import eu.mieux.embedded.PostgresSettings;
import eu.mieux.embedded.StartFailed;
import eu.mieux.local.Checkout;
import eu.mieux.local.Console;
import eu.mieux.local.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteTest {

    static final Console NOWHERE = new Console(new PrintStream(OutputStream.nullOutputStream()), 0);

    @TempDir
    Path folder;

    private Checkout checkout;
    private Suite suite;
    private int port;

    @BeforeEach
    void a_new_suite() throws IOException {
        checkout = FakeCheckout.in(folder.resolve("check out"));
        suite = new Suite(checkout, folder.resolve("its data"));
        port = freeBlock();
    }

    @AfterEach
    void stop() {
        new Stopping(new SuiteFolder(suite.data())).run();
    }

    @Test
    void a_started_suite_is_ready_keeps_its_secrets_and_stops_again() throws Exception {
        suite.start(port, NOWHERE);

        assertThat(suite.status()).allMatch(part -> part.state() == PartStatus.State.READY);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(suite.data().resolve("suite.json"))))
                .isEqualTo("rw-------");
        assertThat(ask(Part.EXPERT))
                .contains("MIEUX_DATABASE_USER=expert")
                .contains("MIEUX_DATABASE_OWNER=expert_owner")
                .contains("MIEUX_DATABASE_URL=jdbc:postgresql://127.0.0.1:" + (port + 7) + "/expert")
                .contains("MIEUX_KAFKA=127.0.0.1:" + (port + 8))
                .contains("MIEUX_OIDC_ISSUER=http://localhost:" + (port + 6) + "/mieux")
                .contains("MIEUX_ENVIRONMENT=local");
        assertThat(ask(Part.GATEWAY)).contains("MIEUX_PRE_IMPLEMENTATION_URL=http://127.0.0.1:" + (port + 1));

        suite.stop();

        assertThat(suite.stopped()).isTrue();
        assertThat(suite.status()).allMatch(part -> part.state() == PartStatus.State.STOPPED);
    }

    @Test
    void what_a_killed_launcher_left_running_is_taken_over_and_what_is_missing_is_added() throws Exception {
        suite.start(port, NOWHERE);
        Map<String, Long> before = pids();
        ProcessHandle monitoring =
                ProcessHandle.of(before.get("monitoring-service")).orElseThrow();
        monitoring.destroyForcibly();
        monitoring.onExit().join();

        Suite again = new Suite(checkout, suite.data());
        again.start(null, NOWHERE);

        assertThat(again.port()).isEqualTo(port);
        assertThat(pids().get("monitoring-service")).isNotEqualTo(before.get("monitoring-service"));
        assertThat(pids())
                .containsEntry("postgres", before.get("postgres"))
                .containsEntry("kafka", before.get("kafka"))
                .containsEntry("gateway", before.get("gateway"));
        assertThatThrownBy(() -> again.start(port + 100, NOWHERE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("already runs on port " + port);
    }

    @Test
    void a_service_that_does_not_start_is_named_with_its_reason_and_nothing_is_left_running() throws Exception {
        FakeCheckout.service(checkout.root(), Part.KNOWLEDGE, true);

        assertThatThrownBy(() -> suite.start(port, NOWHERE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("knowledge-service ended while it started")
                .hasMessageContaining("the schema is newer than this service")
                .hasMessageNotContaining("stack.Trace");
        assertThat(suite.stopped()).isTrue();
    }

    @Test
    void an_occupied_port_is_named_with_its_owner_and_a_way_out() throws Exception {
        try (ServerSocket other = new ServerSocket(port + 3, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThatThrownBy(() -> suite.checkGround(port))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Port %d, needed for expert-service".formatted(other.getLocalPort()))
                    .hasMessageContaining("java (process %d)"
                            .formatted(ProcessHandle.current().pid()))
                    .hasMessageContaining("--port");
        }
        assertThat(suite.data()).doesNotExist();
    }

    @Test
    void a_folder_that_holds_something_else_is_refused_before_anything_is_written() throws Exception {
        Path notes = Files.createDirectories(suite.data().resolve("postgres")).resolve("notes.txt");
        Files.writeString(notes, "precious");

        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThatThrownBy(() -> suite.checkGround(port)).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> suite.start(port, NOWHERE))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(suite.data().toString())
                    .hasMessageContaining("--data");
        }

        assertThat(suite.data().toFile().list()).containsExactly("postgres");
        assertThat(notes).hasContent("precious");
    }

    @Test
    void what_the_earliest_moments_of_a_killed_start_leave_is_no_hindrance() throws Exception {
        Files.createDirectories(suite.data());
        Files.createFile(suite.data().resolve("lock"));
        Files.writeString(suite.data().resolve(".suite.json123.new"), "{\"po");

        suite.checkGround(port);

        assertThat(suite.port()).isEqualTo(port);
    }

    @Test
    void the_postgresql_of_another_suite_is_neither_used_nor_stopped() throws Exception {
        Path its = folder.resolve("other").resolve("postgres");
        PostgresSettings other = new PostgresSettings(its, Ports.free(), "secret", folder.resolve("other.log"));
        try (PostgresServer server = PostgresServer.start(other)) {
            suite.checkGround(port);
            Files.createSymbolicLink(suite.data().resolve("postgres"), its);

            assertThatThrownBy(() -> suite.start(port, NOWHERE))
                    .isInstanceOf(StartFailed.class)
                    .hasMessageContaining("not this suite's");
            assertThatThrownBy(() -> suite.stop()).isInstanceOf(StartFailed.class);

            assertThat(server.pid()).isPresent();
            Files.delete(suite.data().resolve("postgres"));
        }
    }

    @Test
    void a_running_suite_is_asked_whether_it_can_serve() throws Exception {
        suite.start(port, NOWHERE);
        suite.awaitReady(NOWHERE);
        String gateway = pids().get("gateway").toString();
        signal("STOP", gateway);
        try {
            Awaiting impatient = new Awaiting(new SuiteFolder(suite.data()), () -> false, Duration.ZERO);

            assertThatThrownBy(() -> impatient.run(NOWHERE.progress("Waiting", 1)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("gateway was still starting")
                    .hasMessageContaining("same command again");
        } finally {
            signal("CONT", gateway);
        }
        assertThat(suite.complete()).isTrue();
    }

    @Test
    void two_suites_run_side_by_side() throws Exception {
        Suite other = new Suite(checkout, folder.resolve("other"));
        try {
            suite.start(port, NOWHERE);
            other.start(freeBlock(), NOWHERE);

            suite.stop();

            assertThat(other.complete()).isTrue();
        } finally {
            other.stop();
        }
    }

    @Test
    void programs_are_trained_once_and_start_from_their_caches_afterwards() throws Exception {
        suite.start(port, NOWHERE);
        assertThat(suite.untrained()).hasSize(8);

        Training.main(new String[] {suite.data().toString()});
        suite.stop();

        assertThat(suite.untrained()).isEmpty();
        waitForTheLockOfTheFirstStart();
        suite.start(port, NOWHERE);
        assertThat(ProcessHandle.of(pids().get("kafka"))
                        .orElseThrow()
                        .info()
                        .arguments()
                        .orElseThrow())
                .contains("-XX:AOTCache=" + suite.data().resolve("programs/startup/kafka.aot"));
        assertThat(suite.status()).allMatch(part -> part.state() == PartStatus.State.READY);
    }

    @Test
    void a_start_that_is_given_up_leaves_nothing_running() {
        suite.abandonStart();

        assertThatThrownBy(() -> suite.start(port, NOWHERE)).isInstanceOf(Refusal.class);
        assertThat(suite.stopped()).isTrue();
    }

    @Test
    void a_folder_without_a_suite_is_said_to_be_one() {
        assertThatThrownBy(() -> suite.status())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("There is no suite in");
    }

    /** Every command is a process of its own; within one, the lock on the data goes when the garbage of the start is collected. */
    private void waitForTheLockOfTheFirstStart() throws IOException, InterruptedException {
        Path lock;
        try (Stream<Path> files = Files.walk(suite.data())) {
            lock = files.filter(file -> file.endsWith("epg-lock")).findFirst().orElseThrow();
        }
        for (Instant end = Instant.now().plusSeconds(60); Instant.now().isBefore(end); ) {
            System.gc();
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                    FileLock _ = channel.tryLock()) {
                return;
            } catch (OverlappingFileLockException e) {
                new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
            }
        }
        throw new AssertionError("The lock is still held.");
    }

    private static void signal(String name, String pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor();
    }

    private Map<String, Long> pids() throws InterruptedException {
        return suite.status().stream().collect(Collectors.toMap(PartStatus::part, PartStatus::pid));
    }

    private String ask(Part part) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + part.port(port));
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    static int freeBlock() {
        int first = Ports.free();
        while (first > 60_000 || IntStream.range(first, first + 10).anyMatch(Ports::occupied)) {
            first = Ports.free() - 200;
        }
        return first;
    }
}
