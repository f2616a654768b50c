package eu.mieux.chassis.http;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Whoever changes a record and does not want to read it again says {@code Prefer: return=minimal} (RFC 7240): she is told the
 * new ETag, where it is, and no more.
 */
class MinimalAnswers {

    private static final String PREFER = "Prefer";
    private static final String MINIMAL = "return=minimal";

    @ServerResponseFilter(priority = Priorities.USER - 1_000)
    public void shorten(ContainerRequestContext request, ContainerResponseContext response) {
        boolean changed = !request.getMethod().equals("GET")
                && response.hasEntity()
                && response.getHeaders().containsKey(HttpHeaders.ETAG);
        if (!changed || !isPreferred(request.getHeaders().get(PREFER))) {
            return;
        }
        if (response.getStatus() == Status.OK.getStatusCode()) {
            response.setStatus(Status.NO_CONTENT.getStatusCode());
        }
        response.setEntity(null);
        response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
        response.getHeaders().putSingle("Preference-Applied", MINIMAL);
    }

    private static boolean isPreferred(@Nullable List<String> headers) {
        return headers != null
                && headers.stream()
                        .flatMap(header -> Arrays.stream(header.split("[,;]")))
                        .map(preference -> preference.replaceAll("\\s|\"", "").toLowerCase(Locale.ROOT))
                        .anyMatch(MINIMAL::equals);
    }
}
