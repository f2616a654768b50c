package eu.mieux.chassis.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mieux.chassis.testing.Tokens;
import eu.mieux.embedded.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
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
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged shop as a process of its own, which can be killed. */
final class ShopProcess implements AutoCloseable {

    /** What a process killed at a failpoint leaves as its exit code. */
    static final int KILLED = 137;

    static final Path JAR = RootOf.module().resolve("target/quarkus-app/quarkus-run.jar");
    /** What the first shop to end in peace leaves behind, so that the others start in a third of the time. */
    private static final Path AHEAD_OF_TIME = RootOf.module().resolve("target/shop.aot");

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final Path log;
    private final String url;

    private ShopProcess(Process process, Path log, String url) {
        this.process = process;
        this.log = log;
        this.url = url;
    }

    static ShopProcess start(String... jvmOptions) {
        return start(Map.of("MIEUX_INSTANCE", "1"), jvmOptions);
    }

    /** Starts a shop and waits until it is ready. */
    static ShopProcess start(Map<String, String> environment, String... jvmOptions) {
        ShopProcess shop = launch(environment, jvmOptions);
        shop.awaitReady();
        return shop;
    }

    /** Starts a shop that may not become ready. */
    static ShopProcess launch(Map<String, String> environment, String... jvmOptions) {
        try {
            int port = Ports.free();
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1"));
            command.addAll(jvmOptions.length == 0 ? aheadOfTime() : List.of(jvmOptions));
            command.addAll(List.of("-jar", JAR.toString()));
            Path log = Files.createTempFile(
                    Files.createDirectories(RootOf.module().resolve("target/shops")), "shop", ".log");
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().putAll(Premises.environment());
            builder.environment().put("MIEUX_HOST", "127.0.0.1");
            builder.environment().put("MIEUX_PORT", Integer.toString(port));
            builder.environment().putAll(environment);
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new ShopProcess(process, log, "http://127.0.0.1:" + port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> aheadOfTime() throws IOException {
        boolean isFresh = Files.exists(AHEAD_OF_TIME)
                && Files.getLastModifiedTime(AHEAD_OF_TIME).compareTo(Files.getLastModifiedTime(JAR)) > 0;
        return List.of((isFresh ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=") + AHEAD_OF_TIME);
    }

    private void awaitReady() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            assertThat(process.isAlive())
                    .as("the shop runs; its log is %s", log)
                    .isTrue();
            return isReady();
        });
    }

    boolean isReady() {
        return attempt(request("/q/health/ready").GET())
                .filter(answer -> answer.statusCode() == 200)
                .isPresent();
    }

    void arm(String failpoint) {
        assertThat(attempt(request("/failpoints/" + failpoint).POST(BodyPublishers.noBody())))
                .hasValueSatisfying(answer -> assertThat(answer.statusCode()).isEqualTo(204));
    }

    /** Whoever reaches the failpoint in the shop waits there. */
    void hold(String failpoint) {
        assertThat(attempt(request("/failpoints/" + failpoint).PUT(BodyPublishers.noBody())))
                .isPresent();
    }

    boolean isHolding(String failpoint) {
        return get("/failpoints/" + failpoint).equals("true");
    }

    void release(String failpoint) {
        assertThat(attempt(request("/failpoints/" + failpoint).DELETE())).isPresent();
    }

    UUID add(String article, int pairs) {
        String shoe = """
                {"article":"%s","name":"Boot","pairs":%d,"colours":[]}""".formatted(article, pairs);
        HttpResponse<String> answer = attempt(request("/api/v1/shoes")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(shoe)))
                .orElseThrow();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return UUID.fromString(id(answer));
    }

    /** Empty when the shop died before it answered. */
    Optional<HttpResponse<String>> sell(UUID shoe) {
        return attempt(request("/api/v1/shoes/" + shoe + "/sale").POST(BodyPublishers.noBody()));
    }

    void sellSurely(UUID shoe) {
        assertThat(sell(shoe))
                .hasValueSatisfying(answer ->
                        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200));
    }

    /** Sends a file; the operation's path. */
    String startImport(InputStream csv) {
        HttpResponse<String> answer = attempt(request("/api/v1/portfolio/shoes/imports")
                        .header("Content-Type", "text/csv")
                        .POST(publisher(csv)))
                .orElseThrow();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.headers()
                .firstValue("Location")
                .map(URI::create)
                .orElseThrow()
                .getPath();
    }

    String get(String path) {
        return attempt(request(path).GET()).orElseThrow().body();
    }

    HttpResponse<String> getAnswer(String path) {
        return attempt(request(path).GET()).orElseThrow();
    }

    private static BodyPublisher publisher(InputStream body) {
        return BodyPublishers.ofInputStream(() -> body);
    }

    private static String id(HttpResponse<String> answer) {
        Matcher id = ID.matcher(answer.body());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + Tokens.of("manager").token());
    }

    private Optional<HttpResponse<String>> attempt(HttpRequest.Builder request) {
        try {
            return Optional.of(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the end that something in the shop brings about. */
    int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("the shop ends; its log is %s", log)
                .isTrue();
        return process.exitValue();
    }

    String said() throws IOException {
        return Files.readString(log);
    }

    /** kill -9. */
    void kill() throws InterruptedException {
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
