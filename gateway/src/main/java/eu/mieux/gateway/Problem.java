package eu.mieux.gateway;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
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
        return new Problem(
                503,
                "Service unavailable",
                "The %s service %s Try again shortly.".formatted(upstream.name(), what),
                Map.of("Retry-After", "5"));
    }

    static Problem timedOut(Upstream upstream, long seconds) {
        return new Problem(
                504,
                "Service timed out",
                "The %s service did not answer within %d seconds. Whether the request took effect is not known."
                        .formatted(upstream.name(), seconds));
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
