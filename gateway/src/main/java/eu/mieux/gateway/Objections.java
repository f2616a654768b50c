package eu.mieux.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes a request unacceptable before it is looked at any closer. */
final class Objections {

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    /** In characters. The HTTP decoder takes a bit more, so that the refusal can be a problem that explains itself. */
    private static final int LONGEST_TARGET = 8 * 1024;

    private static final int LARGEST_HEAD = 16 * 1024;

    private Objections() {}

    /** Null when there is none. */
    static @Nullable Problem to(HttpServerRequest request) {
        if (request.version() == null) {
            return Problem.otherHttpVersion();
        }
        String target = request.uri();
        if (!target.startsWith("/")) {
            return Problem.badPath("The request's target must be a path.");
        }
        String unplain = PlainPath.objection(request.path());
        if (unplain != null) {
            return Problem.badPath(unplain);
        }
        if (!isUri(target)) {
            return new Problem(
                    400,
                    "Bad query",
                    "The query may contain \"%\" only before two hexadecimal digits; a percent sign itself is %25. Quotes,"
                            + " backslashes, brackets and letters like é must be percent-encoded too.");
        }
        if (!METHODS.contains(request.method())) {
            return Problem.methodNotAllowed("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        }
        if (target.length() > LONGEST_TARGET) {
            return targetTooLong();
        }
        if (size(request) > LARGEST_HEAD) {
            return headTooLarge();
        }
        return toHeaders(request);
    }

    static Problem targetTooLong() {
        return new Problem(414, "URI too long", "Path and query may have at most 8 KiB.");
    }

    static Problem headTooLarge() {
        return new Problem(431, "Headers too large", "The headers may have at most 16 KiB in all.");
    }

    /** Java's parser lets other characters than those of ASCII pass; servers do not. */
    private static boolean isUri(String target) {
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(target)) {
            return false;
        }
        try {
            new URI(target);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static @Nullable Problem toHeaders(HttpServerRequest request) {
        if (request.authority() == null
                || request.headers().getAll(HttpHeaders.HOST).size() != 1) {
            return new Problem(400, "Bad host", "The request needs one Host header, and a valid one.");
        }
        if ("websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            return new Problem(400, "Upgrade refused", "WebSockets are not offered.");
        }
        String encoding = request.getHeader(HttpHeaders.TRANSFER_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("chunked")) {
            return new Problem(400, "Bad transfer encoding", "The only transfer encoding taken is \"chunked\".");
        }
        return null;
    }

    private static int size(HttpServerRequest request) {
        int size = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            size += header.getKey().length() + header.getValue().length() + 4;
        }
        return size;
    }
}
