package eu.mieux.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * Closes the connection of a client that is answered before it has sent its whole body, but not at once: closing on unread
 * bytes resets the connection, and the answer would be lost with it (RFC 9112, section 9.6).
 */
final class Lingering {

    private static final long PATIENCE_MILLISECONDS = 3_000;

    private Lingering() {}

    static boolean bodyIsPending(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean announced =
                request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || (length != null && !length.equals("0"));
        return announced && !request.isEnded();
    }

    /** To be called before the answer's head is written. */
    static void on(HttpServerRequest request) {
        if (!bodyIsPending(request)) {
            return;
        }
        request.response().putHeader(HttpHeaders.CONNECTION, "close");
        request.response().bodyEndHandler(answered -> drain(request));
    }

    private static void drain(HttpServerRequest request) {
        if (request.isEnded()) {
            request.connection().close();
            return;
        }
        Vertx vertx = Vertx.currentContext().owner();
        long timer = vertx.setTimer(
                PATIENCE_MILLISECONDS, late -> request.connection().close());
        request.exceptionHandler(gone -> vertx.cancelTimer(timer));
        request.endHandler(end -> {
            vertx.cancelTimer(timer);
            request.connection().close();
        });
        request.handler(ignored -> {}).resume();
    }
}
