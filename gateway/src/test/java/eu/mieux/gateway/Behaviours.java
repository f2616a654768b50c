package eu.mieux.gateway;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How the stubs behave, told by the last word of the path. */
final class Behaviours {

    static final long LARGE = 300L << 20;

    /** Completed when a client of {@code …/endless} has gone. */
    static final Queue<CompletableFuture<Void>> ENDLESS = new ConcurrentLinkedQueue<>();

    /** {@code …/in-two-parts} sends its first part and waits for this one. */
    static final Queue<CompletableFuture<String>> SECOND_PARTS = new ConcurrentLinkedQueue<>();

    /** What was asked of {@code …/takes-effect}, by its query. */
    static final Set<String> TAKEN = ConcurrentHashMap.newKeySet();

    /** What was asked of {@code …/breaks-off-once}. */
    private static final Set<String> BROKEN_OFF = ConcurrentHashMap.newKeySet();

    private static final Buffer CHUNK = Buffer.buffer(new byte[64 * 1024]);

    private Behaviours() {}

    static void of(String service, HttpServerRequest request) {
        HttpServerResponse response = request.response();
        switch (request.path().substring(request.path().lastIndexOf('/') + 1)) {
            case "silent" -> request.handler(ignored -> {});
            case "breaks-off" -> request.connection().close();
            case "breaks-off-once" -> {
                if (BROKEN_OFF.add(request.query())) {
                    request.connection().close();
                } else {
                    response.end("the second time");
                }
            }
            case "status" ->
                response.setStatusCode(Integer.parseInt(request.query())).end();
            case "in-two-parts" -> inTwoParts(response.setChunked(true));
            case "refuses-early" -> response.setStatusCode(401).end("no");
            case "hops" ->
                response.putHeader("Connection", "keep-alive, X-Secret-Of-The-Hop")
                        .putHeader("Keep-Alive", "timeout=5")
                        .putHeader("X-Secret-Of-The-Hop", "1")
                        .putHeader("Proxy-Authenticate", "Basic")
                        .putHeader("Server", "stub/1")
                        .putHeader("ETag", "\"7\"")
                        .end("ok");
            case "nothing" -> response.setStatusCode(204).end();
            case "unchanged" ->
                response.setStatusCode(304).putHeader("ETag", "\"7\"").end();
            case "large" -> large(response.setChunked(true), LARGE);
            case "takes-effect" -> takesEffect(request);
            case "half" ->
                response.putHeader("Content-Length", "1000")
                        .write("half")
                        .onComplete(sent -> request.connection().close());
            case "endless" -> endless(request, response.setChunked(true));
            case "imports" -> {
                if ("stalls".equals(request.query())) {
                    request.pause();
                    Vertx.currentContext()
                            .owner()
                            .setTimer(6_000, enough -> request.connection().close());
                } else {
                    swallow(request);
                }
            }
            default ->
                request.bodyHandler(body -> response.putHeader("Content-Type", "application/json")
                        .end(Stubs.account(service, request)
                                .put("body", body.toString())
                                .toBuffer()));
        }
    }

    /** Reads in sips, so that only back-pressure keeps the sender from flooding the gateway. */
    private static void swallow(HttpServerRequest request) {
        long[] bytes = {0};
        Vertx vertx = Vertx.currentContext().owner();
        request.handler(chunk -> {
            long before = bytes[0] >> 24;
            bytes[0] += chunk.length();
            if (bytes[0] >> 24 > before) {
                request.pause();
                vertx.setTimer(5, again -> request.resume());
            }
        });
        request.endHandler(end -> request.response().setStatusCode(202).end(String.valueOf(bytes[0])));
    }

    private static void large(HttpServerResponse response, long left) {
        if (left <= 0) {
            response.end();
        } else {
            response.write(CHUNK).onSuccess(sent -> large(response, left - CHUNK.length()));
        }
    }

    /** At once, and is answered a while later: in between, nobody but the caller's answer tells of it. */
    private static void takesEffect(HttpServerRequest request) {
        TAKEN.add(request.query());
        Vertx.currentContext()
                .owner()
                .setTimer(200, later -> request.response().setStatusCode(204).end());
    }

    private static void inTwoParts(HttpServerResponse response) {
        CompletableFuture<String> second = new CompletableFuture<>();
        Context context = Vertx.currentContext();
        var ignored = second.thenAccept(part -> context.runOnContext(now -> response.end(part)));
        response.write("first, ");
        SECOND_PARTS.add(second);
    }

    private static void endless(HttpServerRequest request, HttpServerResponse response) {
        CompletableFuture<Void> gone = new CompletableFuture<>();
        ENDLESS.add(gone);
        request.connection().closeHandler(closed -> gone.complete(null));
        response.write("first\n");
    }
}
