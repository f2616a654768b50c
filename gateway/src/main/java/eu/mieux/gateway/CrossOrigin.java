package eu.mieux.gateway;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import java.util.List;
import java.util.Set;

/**
 * Lets front ends of other origins use the API (CORS). Who asks is told by a bearer token, never by a cookie, so a foreign page
 * can do nothing in the name of whoever looks at it.
 */
final class CrossOrigin implements Handler<RoutingContext> {

    private static final String API = "/api/";
    private static final int A_DAY = 86_400;

    private final CorsHandler cors;

    /** @param origins that may, {@code https://front.example} each, or {@code *} for all */
    CrossOrigin(List<String> origins) {
        this.cors = CorsHandler.create()
                .addOrigins(origins)
                .allowedMethods(Set.of(
                        HttpMethod.GET,
                        HttpMethod.HEAD,
                        HttpMethod.POST,
                        HttpMethod.PUT,
                        HttpMethod.PATCH,
                        HttpMethod.DELETE))
                .allowedHeaders(Set.of(
                        "Accept",
                        "Accept-Language",
                        "Authorization",
                        "Content-Type",
                        "Idempotency-Key",
                        "If-Match",
                        "If-None-Match",
                        "Last-Event-ID",
                        "Prefer",
                        "traceparent"))
                .exposedHeaders(Set.of(
                        "Content-Language",
                        "Deprecation",
                        "ETag",
                        "Idempotency-Replayed",
                        "Link",
                        "Location",
                        "Preference-Applied",
                        "RateLimit",
                        "RateLimit-Policy",
                        "Retry-After",
                        "Sunset",
                        "WWW-Authenticate"))
                .maxAgeSeconds(A_DAY);
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || isOwn(origin, request) || !isApi(request)) {
            context.next();
        } else {
            cors.handle(context);
        }
    }

    private static boolean isApi(HttpServerRequest request) {
        String path = request.path();
        return path != null && (path.startsWith(API) || path.startsWith("/openapi.") || path.startsWith("/asyncapi."));
    }

    private static boolean isOwn(String origin, HttpServerRequest request) {
        return origin.equals(Proxies.schemeOf(request) + "://" + request.getHeader(HttpHeaders.HOST));
    }
}
