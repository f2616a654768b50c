package eu.mieux.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request's body may be.
 *
 * @param bytes how long
 * @param patience until it must have arrived; null for as long as it keeps arriving
 */
record Limit(long bytes, @Nullable Duration patience) {

    private static final Pattern IMPORTS = Pattern.compile("/api/v1/portfolio/[^/]+/imports");

    private static final Pattern ATTACHMENTS = Pattern.compile("/api/v1/requests/[^/]+/attachments");

    static Limit of(HttpServerRequest request, Settings settings) {
        if (ATTACHMENTS.matcher(request.path()).matches()) {
            return new Limit(settings.limits().attachment(), null);
        }
        return IMPORTS.matcher(request.path()).matches()
                ? new Limit(settings.limits().imports(), null)
                : new Limit(settings.limits().body(), settings.timeouts().body());
    }

    /** Zero when nothing is. The HTTP decoder has already refused a length that is no number. */
    static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
