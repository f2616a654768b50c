package eu.mieux.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Decides for every request who answers it: the gateway itself, a service, or a problem. */
@ApplicationScoped
class Gateway {

    private static final Logger LOG = Logger.getLogger(Gateway.class);
    private static final Pattern IMPORTS = Pattern.compile("/api/v1/portfolio/[^/]+/imports");
    private static final List<String> HEALTH = List.of("/q/health", "/q/health/ready", "/q/health/live");

    private final RouteTable routes;
    private final Settings.Limits limits;
    private final Forwarding forwarding;
    private final Pages pages;
    private final CrossOrigin crossOrigin;

    Gateway(Settings settings, Vertx vertx) {
        this.routes = RouteTable.of(settings);
        this.limits = settings.limits();
        this.forwarding = new Forwarding(vertx, settings.timeouts(), settings.pool());
        this.pages = new Pages(vertx);
        this.crossOrigin = new CrossOrigin(settings.crossOrigin().origins());
    }

    void open(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(crossOrigin).failureHandler(this::explain);
        router.route()
                .order(Integer.MIN_VALUE + 1)
                .handler(context -> answer(context.request()))
                .failureHandler(this::explain);
        router.errorHandler(400, this::explain).errorHandler(404, this::explain);
    }

    private void answer(HttpServerRequest request) {
        Problem objection = Objections.to(request);
        if (objection != null) {
            objection.send(request);
            return;
        }
        String path = request.path();
        Upstream upstream = routes.find(path);
        if (upstream != null) {
            pass(request, upstream);
        } else if (HEALTH.contains(path)) {
            // Ready means: it can route. A service that is down takes its own routes with it, not the gateway.
            request.response().putHeader("Content-Type", "application/json").end("{\"status\":\"UP\",\"checks\":[]}");
        } else {
            pages.answer(request);
        }
    }

    /** What is refused before anyone is asked: paths that cannot be decoded, a missing Host, a foreign origin. */
    private void explain(RoutingContext context) {
        HttpServerRequest request = context.request();
        Problem objection = context.statusCode() == 403 ? Problem.foreignOrigin() : Objections.to(request);
        if (objection == null) {
            LOG.error("The gateway failed", context.failure());
            objection = new Problem(500, "Internal error", "The gateway failed. Its log says why.");
        }
        objection.send(request);
    }

    private void pass(HttpServerRequest request, Upstream upstream) {
        if (request.version() == HttpVersion.HTTP_1_0) {
            // Such a client cannot take a stream of unknown length, and answers are not held in memory for it.
            new Problem(505, "HTTP version not supported", "The API speaks HTTP/1.1.").send(request);
            return;
        }
        long limit = IMPORTS.matcher(request.path()).matches() ? limits.imports() : limits.body();
        if (announcedLength(request) > limit) {
            Problem.bodyTooLarge(limit).send(request);
            return;
        }
        forwarding.forward(request, upstream, limit);
    }

    /** The HTTP decoder has already refused a length that is no number. */
    private static long announcedLength(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }
}
