package eu.mieux.knowledge.webhook;

import eu.mieux.chassis.text.Shortened;
import eu.mieux.chassis.time.Time;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * One call of a receiver. It goes to the address that was looked at, under the name that was given: a name server is not asked
 * in between. Redirects are not followed, for they lead where nobody has looked.
 */
@ApplicationScoped
class Posting {

    private static final String CLOUD_EVENT = "application/cloudevents+json";
    private static final int MOST_READ = 64 * 1024;
    private static final int MOST_KEPT = 300;
    private static final int CONNECTIONS = 64;
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private static final int KEPT_ALIVE_SECONDS = 15;

    private final Destinations destinations;
    private final Clock clock;
    private final HttpClient http;
    private final Duration patience;

    @Inject
    Posting(
            Destinations destinations,
            Clock clock,
            Vertx vertx,
            @ConfigProperty(name = "mieux.webhooks.timeout") Duration patience) {
        this(destinations, clock, vertx, patience, new HttpClientOptions());
    }

    Posting(Destinations destinations, Clock clock, Vertx vertx, Duration patience, HttpClientOptions options) {
        this.destinations = destinations;
        this.clock = clock;
        this.patience = patience;
        this.http = vertx.createHttpClient(options.setConnectTimeout((int) patience.toMillis())
                .setSslHandshakeTimeout(patience.toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setKeepAliveTimeout(KEPT_ALIVE_SECONDS)
                .setMaxPoolSize(CONNECTIONS));
    }

    /**
     * What is sent.
     *
     * @param id the same whenever it is sent again
     * @param secrets with which it is signed
     */
    record Letter(String url, String id, String body, List<String> secrets) {}

    /** What was answered, as far as it was read. */
    private record Answer(
            int status, String beginning, @Nullable Duration retryAfter) {}

    Outcome send(Letter letter) throws InterruptedException {
        Instant at = Time.now(clock);
        long started = System.nanoTime();
        AtomicReference<@Nullable Answer> head = new AtomicReference<>();
        String fault = null;
        try {
            Destinations.Destination to = destinations.of(letter.url());
            post(to, letter, at, patience.minusNanos(System.nanoTime() - started), head);
        } catch (Destinations.NotCalled e) {
            fault = e.getMessage();
        } catch (TimeoutException e) {
            fault = "There was no answer within %d seconds.".formatted(Math.max(1, patience.toSeconds()));
        } catch (ExecutionException e) {
            fault = reason(e.getCause());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        Answer answer = head.get();
        return answer == null
                ? new Outcome(at, took, null, fault == null ? "There was no answer." : fault, null, null)
                : new Outcome(
                        at, took, answer.status(), objection(answer.status()), answer.beginning(), answer.retryAfter());
    }

    private void post(
            Destinations.Destination to,
            Letter letter,
            Instant at,
            Duration left,
            AtomicReference<@Nullable Answer> head)
            throws InterruptedException, ExecutionException, TimeoutException {
        Promise<Void> abandoned = Promise.promise();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(
                        SocketAddress.inetSocketAddress(to.port(), to.address().getHostAddress()))
                .setHost(to.host())
                .setPort(to.port())
                .setSsl(to.secure())
                .setURI(to.target());
        Future<Void> answered = http.request(options)
                .compose(request -> {
                    // Also when the connection comes after nobody waits for it any more.
                    abandoned.future().onComplete(_ -> request.reset());
                    return request.putHeader("Content-Type", CLOUD_EVENT)
                            .putHeader("User-Agent", "mieux-webhooks/1")
                            .putHeader("webhook-id", letter.id())
                            .putHeader("webhook-timestamp", Long.toString(at.getEpochSecond()))
                            .putHeader(
                                    "webhook-signature", Signature.of(letter.secrets(), letter.id(), at, letter.body()))
                            .send(Buffer.buffer(letter.body()));
                })
                .compose(response -> read(response, retryAfter(response, at), head));
        try {
            answered.toCompletionStage().toCompletableFuture().get(left.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | InterruptedException e) {
            abandoned.complete();
            throw e;
        }
    }

    /** What is known of the answer is put down as it comes: a receiver that never ends its answer has answered all the same. */
    private static Future<Void> read(
            HttpClientResponse response, @Nullable Duration retryAfter, AtomicReference<@Nullable Answer> head) {
        Promise<Void> done = Promise.promise();
        Buffer read = Buffer.buffer();
        head.set(new Answer(response.statusCode(), "", retryAfter));
        response.handler(part -> {
            if (done.future().isComplete()) {
                return;
            }
            read.appendBuffer(part);
            head.set(new Answer(response.statusCode(), beginning(read), retryAfter));
            if (read.length() > MOST_READ) {
                done.complete();
                response.request().reset();
            }
        });
        response.exceptionHandler(_ -> done.tryComplete());
        response.endHandler(_ -> done.tryComplete());
        return done.future();
    }

    /** Seconds or, as RFC 9110 has it, a time; null when it is neither. */
    private static @Nullable Duration retryAfter(HttpClientResponse response, Instant at) {
        String said = response.getHeader("Retry-After");
        if (said == null) {
            return null;
        }
        try {
            return SECONDS.matcher(said).matches()
                    ? Duration.ofSeconds(Long.parseLong(said))
                    : Duration.between(at, Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(said)));
        } catch (DateTimeException | ArithmeticException notUnderstood) {
            return null;
        }
    }

    private static String beginning(Buffer read) {
        String text = read.getString(0, Math.min(read.length(), 4 * MOST_KEPT), StandardCharsets.UTF_8.name());
        String shown = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return Shortened.beginning(MOST_KEPT, shown);
    }

    private static @Nullable String objection(int status) {
        if (status >= 200 && status < 300) {
            return null;
        }
        return status >= 300 && status < 400
                ? "It was answered %d, and redirects are not followed: give the address that it leads to."
                        .formatted(status)
                : "It was answered %d; only 2xx means that it was taken.".formatted(status);
    }

    private static String reason(@Nullable Throwable fault) {
        String message = fault == null ? null : fault.getMessage();
        String said = message == null
                ? String.valueOf(fault)
                : message.lines().findFirst().orElse("");
        String words = "The receiver could not be reached: " + said;
        return Shortened.beginning(MOST_KEPT, words);
    }
}
