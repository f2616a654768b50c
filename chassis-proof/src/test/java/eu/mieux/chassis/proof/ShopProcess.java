package eu.mieux.chassis.proof;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.ServiceProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged shop as a process, and what can be done in it. */
final class ShopProcess implements AutoCloseable {

    static final int KILLED = ServiceProcess.KILLED;

    private static final String MODULE = "chassis-proof";

    static final Path JAR = ServiceProcess.jar(MODULE);

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final ServiceProcess service;

    private ShopProcess(ServiceProcess service) {
        this.service = service;
    }

    static ShopProcess start(String... jvmOptions) {
        return start(Map.of("MIEUX_INSTANCE", "1"), jvmOptions);
    }

    /** Starts a shop and waits until it is ready. */
    static ShopProcess start(Map<String, String> environment, String... jvmOptions) {
        return new ShopProcess(ServiceProcess.start(MODULE, onThePremises(environment), jvmOptions));
    }

    /** Starts a shop that may not become ready. */
    static ShopProcess launch(Map<String, String> environment) {
        return new ShopProcess(ServiceProcess.launch(MODULE, onThePremises(environment)));
    }

    private static Map<String, String> onThePremises(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(Premises.environment());
        all.putAll(environment);
        return all;
    }

    boolean isReady() {
        return service.isReady();
    }

    void arm(String failpoint) {
        assertThat(service.post("/failpoints/" + failpoint))
                .hasValueSatisfying(answer -> assertThat(answer.statusCode()).isEqualTo(204));
    }

    /** Whoever reaches the failpoint in the shop waits there. */
    void hold(String failpoint) {
        assertThat(service.attempt(service.request("/failpoints/" + failpoint).PUT(BodyPublishers.noBody())))
                .isPresent();
    }

    boolean isHolding(String failpoint) {
        return get("/failpoints/" + failpoint).equals("true");
    }

    void release(String failpoint) {
        assertThat(service.attempt(service.request("/failpoints/" + failpoint).DELETE()))
                .isPresent();
    }

    UUID add(String article, int pairs) {
        return added(service.postJson("/api/v1/shoes", shoe(article, pairs)));
    }

    /** As part of a trace. */
    UUID add(String article, int pairs, String traceparent) {
        return added(service.attempt(service.request("/api/v1/shoes")
                        .header("Content-Type", "application/json")
                        .header("traceparent", traceparent)
                        .POST(BodyPublishers.ofString(shoe(article, pairs))))
                .orElseThrow());
    }

    private static String shoe(String article, int pairs) {
        return """
                {"article":"%s","name":"Boot","pairs":%d,"colours":[]}""".formatted(article, pairs);
    }

    private static UUID added(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return UUID.fromString(id(answer));
    }

    /** Empty when the shop died before it answered. */
    Optional<HttpResponse<String>> sell(UUID shoe) {
        return service.post("/api/v1/shoes/" + shoe + "/sale");
    }

    void sellSurely(UUID shoe) {
        assertThat(sell(shoe))
                .hasValueSatisfying(answer ->
                        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200));
    }

    /** Sends a file; the operation's path. */
    String startImport(InputStream csv) {
        HttpResponse<String> answer = service.attempt(service.request("/api/v1/portfolio/shoes/imports")
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofInputStream(() -> csv)))
                .orElseThrow();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.headers()
                .firstValue("Location")
                .map(URI::create)
                .orElseThrow()
                .getPath();
    }

    String get(String path) {
        return getAnswer(path).body();
    }

    HttpResponse<String> getAnswer(String path) {
        return service.get(path);
    }

    private static String id(HttpResponse<String> answer) {
        Matcher id = ID.matcher(answer.body());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    int awaitEnd() throws InterruptedException {
        return service.awaitEnd();
    }

    String said() throws IOException {
        return service.said();
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        service.kill();
    }

    @Override
    public void close() {
        service.close();
    }
}
