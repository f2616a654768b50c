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

    Pages(Vertx vertx) {
        this.vertx = vertx;
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
                Problem.notFound(path).send(request);
            } else {
                send(request, asset);
            }
        });
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
        HttpServerResponse response = request.response();
        SecurityHeaders.ofPage(request, asset.contentSecurityPolicy());
        response.putHeader(HttpHeaders.ETAG, asset.etag())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaders.VARY, "Accept-Encoding");
        Lingering.on(request);
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && known.contains(asset.etag())) {
            response.setStatusCode(304).end();
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
