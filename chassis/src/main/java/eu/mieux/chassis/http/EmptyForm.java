package eu.mieux.chassis.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Some clients send a POST without a body as an empty form ({@code curl -d ''}). It says nothing, so it is taken for what it
 * is: no body. A form with anything in it is refused like any other media type.
 */
@ApplicationScoped
class EmptyForm {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int EARLY = 1000;

    void register(@Observes Filters filters) {
        filters.register(EmptyForm::take, EARLY);
    }

    private static void take(RoutingContext context) {
        HttpServerRequest request = context.request();
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.startsWith(FORM) && isEmpty(request)) {
            request.headers().remove(HttpHeaders.CONTENT_TYPE);
        }
        context.next();
    }

    private static boolean isEmpty(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? !request.headers().contains(HttpHeaders.TRANSFER_ENCODING) : length.equals("0");
    }
}
