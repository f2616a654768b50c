package eu.mieux.gateway;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.StreamResetException;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One request on its way to a service, and the answer on its way back. */
final class Passage implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Passage.class);

    /** What a service may be asked twice. DELETE is not among them: the second answer would be that there is nothing. */
    private static final Set<HttpMethod> REPEATABLE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final int NOT_MODIFIED = 304;
    private static final long NONE = -1;

    private final HttpServerRequest request;
    private final Upstream upstream;
    private final Circuit circuit;
    private final Settings.Timeouts timeouts;
    private final Runnable whenOver;
    private final @Nullable Buffer received;
    private final @Nullable MeteredBody stream;
    private final long deadlineOfTheBody;
    private final long watchOverTheBody;
    private final long began = System.nanoTime();
    private Circuit.Call call;
    private @Nullable HttpClientRequest onward;
    private @Nullable HttpClientRequest asked;

    /**
     * @param received the body, where it has arrived
     * @param call the first one; how it ended is told by the passage
     */
    Passage(
            HttpServerRequest request,
            Upstream upstream,
            Limit limit,
            SmallBodies.@Nullable Body received,
            Circuit circuit,
            Circuit.Call call,
            Settings.Timeouts timeouts,
            Runnable whenOver) {
        this.request = request;
        this.upstream = upstream;
        this.circuit = circuit;
        this.call = call;
        this.timeouts = timeouts;
        this.whenOver = whenOver;
        this.received = received == null ? null : received.content();
        this.stream = received == null && Lingering.bodyIsPending(request)
                ? new MeteredBody(request, limit.bytes(), () -> expectAnAnswer(timeouts.response()))
                : null;
        this.deadlineOfTheBody = cutOffAfter(limit.patience());
        this.watchOverTheBody = cutOffWhenStalledFor(timeouts.progress());
    }

    private long cutOffAfter(@Nullable Duration patience) {
        if (stream == null || patience == null) {
            return NONE;
        }
        MeteredBody body = stream;
        return Vertx.currentContext()
                .owner()
                .setTimer(patience.toMillis(), late -> body.cutOff(Problem.slowBody(patience)));
    }

    private long cutOffWhenStalledFor(Duration patience) {
        if (stream == null) {
            return NONE;
        }
        MeteredBody body = stream;
        return Vertx.currentContext().owner().setPeriodic(patience.toMillis(), again -> body.expectProgress(patience));
    }

    Future<HttpClientRequest> connect(ProxyContext context) {
        onward = null;
        RequestOptions to = new RequestOptions()
                .setHost(upstream.host())
                .setPort(upstream.port())
                .setSsl(upstream.tls());
        return Connecting.to(context.client(), to, timeouts.connect()).compose(this::connected);
    }

    private Future<HttpClientRequest> connected(HttpClientRequest connection) {
        if (request.response().closed()) {
            // Nobody would tell the service that the body will never come.
            Connecting.giveBack(connection);
            return Future.failedFuture("the client has left");
        }
        // Whoever waits for the answer hears of it too; without a handler it would be logged as an error.
        connection.exceptionHandler(failure -> LOG.debugf("%s: %s", ShownPath.of(request.path()), failure));
        if (HttpMethod.HEAD.equals(request.method())) {
            // That such an answer goes on cannot be seen; the next request on its connection would wait for its end.
            connection.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        asked = connection;
        onward = Revocable.of(connection, Vertx.currentContext());
        if (stream == null) {
            expectAnAnswer(timeLeft());
        }
        return Future.succeededFuture(onward);
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest passing = context.request();
        PassedHeaders.onward(passing.headers(), request);
        passing.setAuthority(request.authority());
        passing.setBody(body(passing));
        if (stream == null) {
            // There is nothing to pass on, but the end has to be read before the connection can bring the next request.
            request.resume();
        }
        return ask(context, true).recover(failure -> Future.succeededFuture(answer(passing, explanation(failure))));
    }

    private @Nullable Body body(ProxyRequest passing) {
        if (stream != null) {
            return Body.body(stream, passing.getBody().length());
        }
        return received == null ? null : Body.body(received);
    }

    private Future<ProxyResponse> ask(ProxyContext context, boolean mayRepeat) {
        Circuit.Call asking = call;
        return context.sendRequest()
                .onSuccess(answer -> asking.answered(answer.getStatusCode()))
                .recover(failure -> {
                    if (isOfTheClient(failure)) {
                        asking.abandoned();
                        return Future.failedFuture(failure);
                    }
                    asking.failed(failure);
                    Circuit.Call again = mayRepeat && isRepeatable(failure) ? circuit.call() : null;
                    if (again == null) {
                        return Future.failedFuture(failure);
                    }
                    call = again;
                    return ask(context, false);
                });
    }

    /** Only what changes nothing, and only where the service was not reached or left without a word. */
    private boolean isRepeatable(Throwable failure) {
        return stream == null
                && received == null
                && isRead()
                && !(failure instanceof TimeoutException)
                && timeLeft().isPositive();
    }

    private boolean isOfTheClient(Throwable failure) {
        return (stream != null && stream.objection() != null)
                || failure instanceof StreamResetException
                || request.response().closed();
    }

    private Duration timeLeft() {
        return timeouts.response().minusNanos(System.nanoTime() - began);
    }

    private void expectAnAnswer(Duration patience) {
        if (onward != null) {
            onward.idleTimeout(Math.max(1, patience.toMillis()));
        }
    }

    private Problem explanation(Throwable failure) {
        Problem objection = stream == null ? null : stream.objection();
        if (objection != null) {
            return objection;
        }
        LOG.logf(
                isOfTheClient(failure) ? Logger.Level.DEBUG : Logger.Level.WARN,
                "%s service: %s %s: %s",
                upstream.name(),
                request.method(),
                ShownPath.of(request.path()),
                failure);
        boolean timedOut = failure instanceof TimeoutException;
        if (onward == null) {
            return Problem.unavailable(
                    upstream, timedOut ? "is busy, or cannot be reached." : "is not running or cannot be reached.");
        }
        if (timedOut) {
            return Problem.timedOut(upstream, timeouts.response().toSeconds(), isRead());
        }
        return Problem.unavailable(
                upstream,
                isRead()
                        ? "broke off before it answered."
                        : "broke off before it answered; whether the request took effect is not known.");
    }

    private boolean isRead() {
        return REPEATABLE.contains(request.method());
    }

    private ProxyResponse answer(ProxyRequest passing, Problem problem) {
        ProxyResponse response = passing.release().response();
        response.setStatusCode(problem.status()).putHeader("Content-Type", Problem.MEDIA_TYPE);
        problem.headers().forEach(response::putHeader);
        return response.setBody(Body.body(Buffer.buffer(problem.json(request.path()))));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        if (Guest.hasLeft(request)) {
            // Nobody hears the answer.
            giveUp();
            over();
            return Future.succeededFuture();
        }
        if (context.response().getStatusCode() == NOT_MODIFIED) {
            takeNoBody(context.response());
        }
        PassedHeaders.back(context.response().headers());
        SecurityHeaders.ofApi(request);
        request.response().headers().names().forEach(context.response().headers()::remove);
        Lingering.on(request);
        return context.sendResponse()
                .recover(failure -> {
                    LOG.debugf("%s: the answer broke off: %s", ShownPath.of(request.path()), failure);
                    return Future.succeededFuture();
                })
                .onComplete(answered -> {
                    abandonTheUnfinished();
                    over();
                });
    }

    /**
     * There is none; the proxy would announce one in chunks, and clients would wait for the last of them. With words of its own the
     * status is not known as one that has none.
     */
    private static void takeNoBody(ProxyResponse response) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(response.headers());
        response.release().setStatusMessage(null);
        response.headers().addAll(headers);
    }

    /** Whatever the service still has to say. */
    void giveUp() {
        if (onward != null) {
            onward.reset();
        }
    }

    /** May be told more than once. */
    void over() {
        Vertx vertx = Vertx.currentContext().owner();
        vertx.cancelTimer(deadlineOfTheBody);
        vertx.cancelTimer(watchOverTheBody);
        call.abandoned();
        whenOver.run();
    }

    /**
     * A service that has answered before it had the whole body wants no more of it. The connection goes with it, and cannot serve
     * anyone else yet.
     */
    private void abandonTheUnfinished() {
        if (asked != null && stream != null && !request.isEnded()) {
            asked.reset();
        }
    }
}
