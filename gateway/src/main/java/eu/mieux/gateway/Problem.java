package eu.mieux.gateway;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * An error as its caller sees it (RFC 9457), in the shape that the services use.
 *
 * @param title the kind in words; the type is made of it
 * @param detail a sentence a person can act on
 */
record Problem(int status, String title, String detail, Map<String, String> headers) {

    static final String MEDIA_TYPE = "application/problem+json";

    Problem(int status, String title, String detail) {
        this(status, title, detail, Map.of());
    }

    static Problem otherHttpVersion() {
        return new Problem(505, "HTTP version not supported", "The API speaks HTTP/1.1.");
    }

    static Problem badPath(String detail) {
        return new Problem(400, "Bad path", detail);
    }

    static Problem notFound(String path) {
        return new Problem(404, "Not found", "There is nothing at %s; /docs shows what there is.".formatted(path));
    }

    static Problem methodNotAllowed(String allowed) {
        return new Problem(405, "Method not allowed", "Use one of " + allowed + " here.", Map.of("Allow", allowed));
    }

    static Problem bodyTooLarge(long limit) {
        return new Problem(413, "Body too large", "The body may have at most %,d bytes here.".formatted(limit));
    }

    static Problem foreignOrigin() {
        return new Problem(
                403,
                "Foreign origin",
                "Pages of this origin may not use the API; an operator may add it to MIEUX_CORS_ORIGINS.");
    }

    static Problem unavailable(Upstream upstream, String what) {
        return later(
                503, "Service unavailable", "The %s service %s Try again shortly.".formatted(upstream.name(), what), 5);
    }

    /** @param read whether the request was one that changes nothing */
    static Problem timedOut(Upstream upstream, long seconds, boolean read) {
        return new Problem(
                504,
                "Service timed out",
                "The %s service did not answer within %d seconds.%s"
                        .formatted(
                                upstream.name(),
                                seconds,
                                read ? "" : " Whether the request took effect is not known."));
    }

    static Problem circuitOpen(Upstream upstream, long seconds) {
        return later(
                503,
                "Service unavailable",
                "The %s service has failed several times and is left alone for a moment. Try again in %d seconds."
                        .formatted(upstream.name(), seconds),
                seconds);
    }

    static Problem busy() {
        return later(503, "Busy", "The gateway has too much to hold at this moment. Try again shortly.", 5);
    }

    /** Of a gateway. */
    static Problem leaving() {
        return later(
                503,
                "Service unavailable",
                "The gateway is about to stop, and the request has not taken effect. Try again shortly: another will answer, or"
                        + " this one anew.",
                5);
    }

    static Problem identityAway() {
        return later(
                503,
                "Identity provider unavailable",
                "The token cannot be verified, since the identity provider does not answer. Try again shortly; what is public"
                        + " can be had without a token.",
                5);
    }

    static Problem badToken(String what) {
        return new Problem(
                401,
                "Unauthorized",
                what + " Sign in again for a new one, or leave it out for what is public.",
                Map.of(
                        "WWW-Authenticate",
                        "Bearer realm=\"mieux\", error=\"invalid_token\", error_description=\"%s\""
                                .formatted(what.replace('"', '\''))));
    }

    static Problem tooManyRequests(String who, Settings.Rate rate, long seconds) {
        return later(
                429,
                "Too many requests",
                "Each %s may ask %,d times a second, and %,d times at once. Try again in %d seconds, and more slowly."
                        .formatted(who, rate.perSecond(), rate.burst(), seconds),
                seconds);
    }

    static Problem tooManyConnections() {
        return later(
                429,
                "Too many connections",
                "Too many connections come from this address. Close some, or use them for more than one request.",
                5);
    }

    static Problem tooManyUploads(int most) {
        return later(
                429,
                "Too many requests",
                "From this address %d long bodies are under way already. Send them one after the other."
                        .formatted(most),
                5);
    }

    static Problem slowHead(Duration patience) {
        return new Problem(
                408,
                "Request timed out",
                "The head of the request did not arrive within %d seconds. Send it in one piece."
                        .formatted(patience.toSeconds()));
    }

    static Problem slowBody(Duration patience) {
        return new Problem(
                408,
                "Request timed out",
                "The body did not arrive within %d seconds. Begin again when the line is better."
                        .formatted(patience.toSeconds()));
    }

    static Problem stalledBody(long least, Duration within) {
        return new Problem(
                408,
                "Request timed out",
                "Less than %,d bytes of the body arrived within %d seconds. Begin again when the line is better."
                        .formatted(least, within.toSeconds()));
    }

    static Problem failed() {
        return new Problem(500, "Internal error", "The gateway failed. Its log says why.");
    }

    private static Problem later(int status, String title, String detail, long seconds) {
        return new Problem(status, title, detail, Map.of("Retry-After", String.valueOf(seconds)));
    }

    /** The whole answer as it goes over the wire, where there is no request to answer. The connection ends with it. */
    String message() {
        String body = json("/");
        StringBuilder message = new StringBuilder("HTTP/1.1 %d %s\r\n".formatted(status, title));
        headers.forEach((name, value) -> message.append("%s: %s\r\n".formatted(name, value)));
        return message.append("Content-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                        .formatted(MEDIA_TYPE, body.getBytes(StandardCharsets.UTF_8).length, body))
                .toString();
    }

    String json(String instance) {
        return new JsonObject()
                .put(
                        "type",
                        "urn:mieux:problem:" + title.toLowerCase(Locale.ROOT).replace(' ', '-'))
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("instance", instance)
                .encode();
    }

    /** Answers a request that goes no further. */
    void send(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        response.setStatusCode(status).putHeader("Content-Type", MEDIA_TYPE);
        headers.forEach(response::putHeader);
        SecurityHeaders.ofApi(request);
        Lingering.on(request);
        response.end(json(request.path() == null ? request.uri() : request.path()));
    }
}
