package eu.mieux.chassis.identity;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * A token of dots and nothing between them makes the library that reads tokens fail instead of refuse. It is replaced by one
 * that is garbled too, but refused like all others.
 */
@ApplicationScoped
class GarbledTokens {

    private static final Pattern EMPTY = Pattern.compile("bearer\\s+\\..*", Pattern.CASE_INSENSITIVE);
    private static final int EARLY = 1000;

    void register(@Observes Filters filters) {
        filters.register(GarbledTokens::replace, EARLY);
    }

    private static void replace(RoutingContext context) {
        String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null
                && (authorization.contains("..") || EMPTY.matcher(authorization).matches())) {
            context.request().headers().set(HttpHeaders.AUTHORIZATION, "Bearer garbled");
        }
        context.next();
    }
}
