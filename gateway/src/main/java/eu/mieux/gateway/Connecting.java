package eu.mieux.gateway;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * Asks for a connection to a service and does not wait for it for ever. Vert.x has a limit to this wait too, but loses the
 * connections that become free just when it has passed (eclipse-vertx/vert.x, issue 6169), until none is left.
 */
final class Connecting {

    private Connecting() {}

    static Future<HttpClientRequest> to(HttpClient client, RequestOptions service, Duration patience) {
        Promise<HttpClientRequest> inTime = Promise.promise();
        Vertx vertx = Vertx.currentContext().owner();
        long timer = vertx.setTimer(
                patience.toMillis(), late -> inTime.tryFail(new TimeoutException("no connection is free")));
        client.request(service).onComplete(asked -> {
            vertx.cancelTimer(timer);
            if (asked.failed()) {
                inTime.tryFail(asked.cause());
            } else if (!inTime.tryComplete(asked.result())) {
                giveBack(asked.result());
            }
        });
        return inTime.future();
    }

    /** Gives a connection back that nothing was sent on. */
    static void giveBack(HttpClientRequest unused) {
        // Without a handler, its own reset would be logged as an error.
        unused.exceptionHandler(reset -> {}).reset();
    }
}
