package eu.mieux.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The overview, the documentation and the merged documents: what the gateway itself has to show. */
final class Pages {

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "json", "application/json",
            "yaml", "application/yaml");

    private static final Map<String, String> RESOURCES = Map.of(
            "/", "web/index.html",
            "/docs/", "web/docs.html");

    /** A page of the documentation, whose address has no ending. */
    private static final Pattern PAGE = Pattern.compile("/docs(/[a-z-]+)*");

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final Vertx vertx;
    private final Map<String, Asset> loaded = new ConcurrentHashMap<>();

    private final @Nullable Asset nowhere;

    Pages(Vertx vertx) {
        this.vertx = vertx;
        this.nowhere = Asset.load("web/docs/404.html", "text/html; charset=utf-8", POLICY);
    }

    void answer(HttpServerRequest request) {
        String path = request.path();
        Asset known = loaded.get(path);
        if (known != null) {
            send(request, known);
            return;
        }
        vertx.executeBlocking(() -> load(path), false).onComplete(result -> {
            Asset asset = result.result();
            if (asset == null) {
                tellThatThereIsNone(request);
            } else {
                send(request, asset);
            }
        });
    }

    /** To people in a page, to programs with a problem; a slash at the end of a page's address is one too many. */
    private void tellThatThereIsNone(HttpServerRequest request) {
        String path = request.path();
        boolean reads = READS.contains(request.method());
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (reads && path.startsWith("/docs/") && path.endsWith("/")) {
            String query = request.query() == null ? "" : "?" + request.query();
            request.response()
                    .setStatusCode(301)
                    .putHeader(HttpHeaders.LOCATION, path.substring(0, path.length() - 1) + query)
                    .end();
        } else if (nowhere != null
                && reads
                && accepted != null
                && accepted.contains("text/html")
                && !path.startsWith("/api/")) {
            request.response().setStatusCode(404);
            show(request, nowhere, "Accept, Accept-Encoding");
        } else {
            Problem.notFound(path).send(request);
        }
    }

    private @Nullable Asset load(String path) {
        String resource =
                RESOURCES.getOrDefault(path, "web" + path + (PAGE.matcher(path).matches() ? ".html" : ""));
        String mediaType = MEDIA_TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
        if (mediaType == null) {
            return null;
        }
        Asset asset = Asset.load(resource, mediaType, POLICY);
        if (asset != null) {
            loaded.put(path, asset);
        }
        return asset;
    }

    private static void send(HttpServerRequest request, Asset asset) {
        if (!READS.contains(request.method())) {
            Problem.methodNotAllowed("GET, HEAD").send(request);
            return;
        }
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        request.response().putHeader(HttpHeaders.ETAG, asset.etag());
        if (known != null && known.contains(asset.etag())) {
            request.response().setStatusCode(304);
        }
        show(request, asset, "Accept-Encoding");
    }

    private static void show(HttpServerRequest request, Asset asset, String varies) {
        HttpServerResponse response = request.response();
        SecurityHeaders.ofPage(request, asset.contentSecurityPolicy());
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache").putHeader(HttpHeaders.VARY, varies);
        Lingering.on(request);
        if (response.getStatusCode() == 304) {
            response.end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, asset.mediaType());
        if (takesGzip(request)) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            end(request, asset.gzipped());
        } else {
            end(request, asset.plain());
        }
    }

    private static boolean takesGzip(HttpServerRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null
                && accepted.contains("gzip")
                && !accepted.matches(".*gzip\\s*;\\s*q=0(\\.0*)?\\s*(,.*)?");
    }

    private static void end(HttpServerRequest request, Buffer content) {
        HttpServerResponse response = request.response();
        response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(content.length()));
        if (HttpMethod.HEAD.equals(request.method())) {
            response.end();
        } else {
            response.end(content);
        }
    }
}
