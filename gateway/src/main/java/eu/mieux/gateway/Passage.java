package eu.mieux.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.StreamResetException;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One request on its way to a service, and the answer on its way back. */
final class Passage implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Passage.class);

    private final HttpServerRequest request;
    private final Upstream upstream;
    private final long limit;
    private final Settings.Timeouts timeouts;
    private final Runnable whenOver;
    private final MeteredBody body;
    private @Nullable HttpClientRequest onward;

    Passage(HttpServerRequest request, Upstream upstream, long limit, Settings.Timeouts timeouts, Runnable whenOver) {
        this.request = request;
        this.upstream = upstream;
        this.limit = limit;
        this.timeouts = timeouts;
        this.whenOver = whenOver;
        this.body = new MeteredBody(request, limit, this::expectAnAnswer);
    }

    Future<HttpClientRequest> connect(ProxyContext context) {
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
        connection.exceptionHandler(failure -> LOG.debugf("%s: %s", request.path(), failure));
        onward = Revocable.of(connection, Vertx.currentContext());
        return Future.succeededFuture(onward);
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest passing = context.request();
        PassedHeaders.onward(passing.headers(), request);
        passing.setAuthority(request.authority());
        passing.setBody(Body.body(body, passing.getBody().length()));
        return context.sendRequest().recover(failure -> Future.succeededFuture(answer(passing, explanation(failure))));
    }

    private void expectAnAnswer() {
        if (onward != null) {
            onward.idleTimeout(timeouts.response().toMillis());
        }
    }

    private Problem explanation(Throwable failure) {
        if (body.isTooLarge()) {
            return Problem.bodyTooLarge(limit);
        }
        boolean left =
                failure instanceof StreamResetException || request.response().closed();
        LOG.logf(
                left ? Logger.Level.DEBUG : Logger.Level.WARN,
                "%s service: %s %s: %s",
                upstream.name(),
                request.method(),
                request.path(),
                failure);
        boolean timedOut = failure instanceof TimeoutException;
        if (onward == null) {
            return Problem.unavailable(
                    upstream, timedOut ? "is busy, or cannot be reached." : "is not running or cannot be reached.");
        }
        if (timedOut) {
            return Problem.timedOut(upstream, timeouts.response().toSeconds());
        }
        return Problem.unavailable(
                upstream, "broke off before it answered; whether the request took effect is not known.");
    }

    private ProxyResponse answer(ProxyRequest passing, Problem problem) {
        ProxyResponse response = passing.release().response();
        response.setStatusCode(problem.status()).putHeader("Content-Type", Problem.MEDIA_TYPE);
        problem.headers().forEach(response::putHeader);
        return response.setBody(Body.body(Buffer.buffer(problem.json(request.path()))));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        PassedHeaders.back(context.response().headers());
        SecurityHeaders.ofApi(request);
        request.response().headers().names().forEach(context.response().headers()::remove);
        Lingering.on(request);
        return context.sendResponse()
                .recover(failure -> {
                    LOG.debugf("%s: the answer broke off: %s", request.path(), failure);
                    return Future.succeededFuture();
                })
                .onComplete(answered -> {
                    abandonTheUnfinished();
                    whenOver.run();
                });
    }

    /** A service that has answered before it had the whole body wants no more of it. */
    private void abandonTheUnfinished() {
        if (onward != null && !request.isEnded()) {
            onward.reset();
        }
    }
}
