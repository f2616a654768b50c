package eu.mieux.knowledge.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.http.Networks;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** It is the machine that was looked at that is called, and it proves to be who it is called. */
class PostingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** For who says nothing, or not all; long enough to connect on a busy machine. */
    private static final Duration LITTLE = Duration.ofSeconds(3);

    private static final String PASSWORD = "receiver";

    private static PfxOptions certificate = new PfxOptions();

    private final Vertx vertx = Vertx.vertx();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void certify(@TempDir Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("receiver.p12");
        int ended = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=receiver.example",
                        "-ext",
                        "san=dns:receiver.example",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(ended).isZero();
        certificate = new PfxOptions()
                .setValue(Buffer.buffer(Files.readAllBytes(store)))
                .setPassword(PASSWORD);
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void the_receiver_is_called_by_its_name_and_at_the_address_that_was_looked_at() throws Exception {
        int port = listening(request -> request.response().setStatusCode(204).end());
        Outcome outcome = posting(host -> addresses("127.0.0.1")).send(letter("receiver.example", port));
        assertThat(outcome.error()).isNull();
        assertThat(asked).containsExactly("receiver.example:" + port);
    }

    @Test
    void a_receiver_that_does_not_prove_to_be_who_it_is_called_is_told_nothing() throws Exception {
        int port = listening(request -> request.response().end());
        Outcome outcome = posting(host -> addresses("127.0.0.1")).send(letter("another.example", port));
        assertThat(outcome.error()).contains("could not be reached");
        assertThat(asked).isEmpty();
    }

    @Test
    void a_name_that_means_another_machine_by_now_is_not_called() throws Exception {
        int port = listening(request -> request.response().end());
        Queue<String> answers = new ConcurrentLinkedQueue<>(List.of("93.184.215.14", "10.0.0.1", "169.254.169.254"));
        Destinations.Names rebinding = host -> addresses(String.valueOf(answers.poll()));
        new Destinations(true, Networks.of("MIEUX_WEBHOOK_NETWORKS", List.of()), rebinding)
                .of("https://receiver.example:" + port);
        assertThat(answers).hasSize(2);
        Posting posting = posting(rebinding);
        assertThat(posting.send(letter("receiver.example", port)).error())
                .contains("no machine on the public Internet");
        assertThat(posting.send(letter("receiver.example", port)).error())
                .contains("no machine on the public Internet");
        assertThat(asked).isEmpty();
    }

    @Test
    void a_receiver_that_says_nothing_is_not_waited_for() throws Exception {
        int port = listening(request -> {});
        Outcome outcome = posting(host -> addresses("127.0.0.1"), LITTLE).send(letter("receiver.example", port));
        assertThat(outcome.error()).contains("no answer within");
        assertThat(outcome.status()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"120, 120", "'Mon, 01 Jan 2035 00:00:00 GMT', 1000", "soon,"})
    void a_receiver_that_is_busy_says_when_it_wants_to_be_called_again(String said, @Nullable Long atLeast)
            throws Exception {
        int port = listening(request -> request.response()
                .setStatusCode(503)
                .putHeader("Retry-After", said)
                .end());
        Outcome outcome = posting(host -> addresses("127.0.0.1")).send(letter("receiver.example", port));
        assertThat(outcome.isBusy()).isTrue();
        if (atLeast == null) {
            assertThat(outcome.retryAfter()).isNull();
        } else {
            assertThat(outcome.retryAfter()).isGreaterThanOrEqualTo(Duration.ofSeconds(atLeast));
        }
    }

    @Test
    void a_receiver_that_never_ends_its_answer_has_answered() throws Exception {
        int port = listening(request -> {
            request.response().setStatusCode(200).setChunked(true).write("taken, ");
        });
        Outcome outcome = posting(host -> addresses("127.0.0.1"), LITTLE).send(letter("receiver.example", port));
        assertThat(outcome.isDelivered()).isTrue();
        assertThat(outcome.answer()).isEqualTo("taken,");
    }

    @Test
    void no_more_than_64_kib_of_an_answer_are_read() throws Exception {
        String megabyte = "no ".repeat(350_000);
        int port = listening(request -> request.response().setStatusCode(500).end(megabyte.repeat(20)));
        Outcome outcome = posting(host -> addresses("127.0.0.1")).send(letter("receiver.example", port));
        assertThat(outcome.status()).isEqualTo(500);
        assertThat(outcome.answer()).hasSize(300);
        assertThat(outcome.took()).as("it is left in the middle").isLessThan(PATIENCE);
    }

    private Posting posting(Destinations.Names names) {
        return posting(names, PATIENCE);
    }

    private Posting posting(Destinations.Names names, Duration patience) {
        return new Posting(
                new Destinations(true, Networks.of("MIEUX_WEBHOOK_NETWORKS", List.of()), names),
                Clock.systemUTC(),
                vertx,
                patience,
                new HttpClientOptions().setTrustOptions(certificate));
    }

    private int listening(Consumer<HttpServerRequest> answer) throws Exception {
        HttpServer server = vertx.createHttpServer(
                        new HttpServerOptions().setSsl(true).setKeyCertOptions(certificate))
                .requestHandler(request -> {
                    asked.add(request.getHeader("Host"));
                    answer.accept(request);
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        return server.actualPort();
    }

    private static InetAddress[] addresses(String address) {
        return new InetAddress[] {InetAddress.ofLiteral(address)};
    }

    private static Posting.Letter letter(String host, int port) {
        return new Posting.Letter(
                "https://%s:%d/mieux".formatted(host, port),
                "0190a0a0-0000-7000-8000-000000000000",
                "{}",
                List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
    }
}
