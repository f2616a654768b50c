package eu.mieux.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mieux.embedded.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A packaged service as a process of its own, of which there may be several, and which can be killed. */
public final class ServiceProcess implements AutoCloseable {

    /** What a process killed at a failpoint leaves as its exit code. */
    public static final int KILLED = 137;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final Path log;
    private final String url;

    private ServiceProcess(Process process, Path log, String url) {
        this.process = process;
        this.log = log;
        this.url = url;
    }

    /** The program of a module that has been packaged. */
    public static Path jar(String module) {
        return RealSuite.root().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** Starts a service and waits until it is ready. */
    public static ServiceProcess start(String module, Map<String, String> environment, String... jvmOptions) {
        ServiceProcess service = launch(module, environment, jvmOptions);
        service.awaitReady();
        return service;
    }

    /** Starts a service that may not become ready. */
    public static ServiceProcess launch(String module, Map<String, String> environment, String... jvmOptions) {
        try {
            Path target = RealSuite.root().resolve(module).resolve("target");
            int port = Ports.free();
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1"));
            command.addAll(jvmOptions.length == 0 ? aheadOfTime(module) : List.of(jvmOptions));
            command.addAll(List.of("-jar", jar(module).toString()));
            Path log = Files.createTempFile(Files.createDirectories(target.resolve("processes")), module, ".log");
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().put("MIEUX_HOST", "127.0.0.1");
            builder.environment().put("MIEUX_PORT", Integer.toString(port));
            builder.environment().putAll(environment);
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new ServiceProcess(process, log, "http://127.0.0.1:" + port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the first of them to end in peace leaves behind, so that the others start in a third of the time. */
    private static List<String> aheadOfTime(String module) throws IOException {
        Path cache = RealSuite.root().resolve(module).resolve("target/process.aot");
        boolean isFresh = Files.exists(cache)
                && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar(module))) > 0;
        return List.of((isFresh ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=") + cache);
    }

    private void awaitReady() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            assertThat(process.isAlive())
                    .as("the service runs; its log is %s", log)
                    .isTrue();
            return isReady();
        });
    }

    public boolean isReady() {
        return attempt(request("/q/health/ready").GET())
                .filter(answer -> answer.statusCode() == 200)
                .isPresent();
    }

    /** A request of a manager. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + Tokens.of("manager").token());
    }

    /** Empty when the service died before it answered. */
    public Optional<HttpResponse<String>> attempt(HttpRequest.Builder request) {
        try {
            return Optional.of(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Optional<HttpResponse<String>> post(String path) {
        return attempt(request(path).POST(BodyPublishers.noBody()));
    }

    public HttpResponse<String> postJson(String path, String body) {
        return attempt(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)))
                .orElseThrow();
    }

    public HttpResponse<String> get(String path) {
        return attempt(request(path).GET()).orElseThrow();
    }

    /** Waits for the end that something in the service brings about; its exit code. */
    public int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("the service ends; its log is %s", log)
                .isTrue();
        return process.exitValue();
    }

    /** What it wrote on its console. */
    public String said() throws IOException {
        return Files.readString(log);
    }

    /** kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
