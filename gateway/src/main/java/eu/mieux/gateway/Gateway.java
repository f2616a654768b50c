package eu.mieux.gateway;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Decides for every request who answers it: the gateway itself, a service, or a problem. In this order:
 *
 * <ol>
 *   <li>{@link Connections}: is there room for another connection, all in all and from this address? Then {@link Guest}: does the
 *       head of the request come in time?
 *   <li>{@link Proxies}: where the request really comes from.
 *   <li>{@link CrossOrigin}: may pages of this origin ask?
 *   <li>{@link Objections}: is it a request that all parsers read alike, and of reasonable size?
 *   <li>{@link RouteTable}: whose it is. Health is told to everyone, at any time.
 *   <li>{@link Admission}: is the token good ({@link Tokens}), and has its holder, or the address, asked too often
 *       ({@link Allowance})? What the gateway itself shows ({@link Pages}) takes no token.
 *   <li>{@link Limit}: may the body be as long as it says?
 *   <li>{@link Forwarding}: small bodies are awaited ({@link SmallBodies}), a service that fails is left alone ({@link Circuit}),
 *       the request takes its turn ({@link Turns}; of the places for long bodies each
 *       address has a share, {@link Shares}) and is passed on, and the answer back ({@link Passage}).
 * </ol>
 */
@ApplicationScoped
class Gateway {

    private static final Logger LOG = Logger.getLogger(Gateway.class);
    private static final String READY = "/q/health/ready";
    private static final List<String> HEALTH = List.of("/q/health", READY, "/q/health/live");

    private final Settings settings;
    private final Vertx vertx;
    private final RouteTable routes;
    private final UnderWay underWay = new UnderWay();
    private final Followers followers = new Followers();
    private final Connections connections;
    private final Proxies proxies;
    private final CrossOrigin crossOrigin;
    private final Admission admission;
    private final Forwarding forwarding;
    private final Pages pages;
    private final Metrics metrics;
    private volatile boolean leaving;

    Gateway(Settings settings, Vertx vertx, Metrics metrics) {
        this.settings = settings;
        this.vertx = vertx;
        this.routes = RouteTable.of(settings);
        this.proxies = new Proxies(settings.proxies().orElse(List.of()));
        this.connections = new Connections(settings.connections(), proxies, underWay);
        this.crossOrigin = new CrossOrigin(settings.crossOrigin().origins());
        this.admission = new Admission(vertx, settings, Clock.systemUTC());
        this.forwarding = new Forwarding(vertx, settings, followers);
        this.pages = new Pages(vertx);
        this.metrics = metrics;
    }

    void guard(@ObservesAsync HttpServerStart listening) {
        connections.guard(vertx);
        metrics.open(connections);
    }

    void open(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::welcome);
        router.route().order(Integer.MIN_VALUE + 1).handler(crossOrigin).failureHandler(this::explain);
        router.route()
                .order(Integer.MIN_VALUE + 2)
                .handler(context -> answer(context.request()))
                .failureHandler(this::explain);
        router.errorHandler(400, this::explain).errorHandler(404, this::explain);
    }

    /**
     * From now on other gateways should be asked. For a while all requests are answered still, each as the last of its connection;
     * then whatever comes is sent elsewhere, those under way are let come to their end, and the streams that have none are ended.
     */
    void leave(@Observes ShutdownDelayInitiatedEvent shutdown) throws InterruptedException {
        leaving = true;
        Thread.sleep(settings.shutdown().delay());
        underWay.takeNoMore();
        followers.sendAway();
        int unanswered = underWay.awaitNone(settings.shutdown().patience());
        if (unanswered > 0) {
            LOG.warnf("The gateway stops before %d requests are answered.", unanswered);
        }
        connections.shut();
    }

    private void welcome(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (Guest.comesAfterTheLast(request)) {
            // Its client was told so, and may send it again: nothing has come of it.
            return;
        }
        Guest.asks(request);
        long asked = System.nanoTime();
        context.addHeadersEndHandler(head -> measure(request, System.nanoTime() - asked));
        proxies.settle(request);
        if (leaving) {
            Guest.asksLast(request);
        }
        context.next();
    }

    private void measure(HttpServerRequest request, long nanoseconds) {
        String path = request.path();
        metrics.answered(
                path == null ? null : routes.find(path), request.response().getStatusCode(), nanoseconds);
    }

    private void answer(HttpServerRequest request) {
        Problem objection = Objections.to(request);
        if (objection != null) {
            objection.send(request);
            return;
        }
        String path = request.path();
        if (Guest.comesTooLate(request) && !HEALTH.contains(path)) {
            Problem.leaving().send(request);
            return;
        }
        RouteTable.Route route = routes.find(path);
        if (route != null) {
            admission.admit(request, () -> pass(request, route.upstream()));
        } else if (HEALTH.contains(path)) {
            tellHealth(request.response(), leaving && path.equals(READY));
        } else {
            admission.admitAnyone(request, () -> pages.answer(request));
        }
    }

    /** Ready means: it can route. A service that is down takes its own routes with it, not the gateway. */
    private static void tellHealth(HttpServerResponse response, boolean down) {
        response.setStatusCode(down ? 503 : 200)
                .putHeader("Content-Type", "application/json")
                .end("{\"status\":\"%s\",\"checks\":[]}".formatted(down ? "DOWN" : "UP"));
    }

    /** What is refused before anyone is asked: paths that cannot be decoded, a missing Host, a foreign origin. */
    private void explain(RoutingContext context) {
        HttpServerRequest request = context.request();
        Guest.asks(request);
        Problem objection = context.statusCode() == 403 ? Problem.foreignOrigin() : Objections.to(request);
        if (objection == null) {
            LOG.error("The gateway failed", context.failure());
            objection = Problem.failed();
        }
        objection.send(request);
    }

    private void pass(HttpServerRequest request, Upstream upstream) {
        if (request.version() == HttpVersion.HTTP_1_0) {
            // Such a client cannot take a stream of unknown length, and answers are not held in memory for it.
            Problem.otherHttpVersion().send(request);
            return;
        }
        Limit limit = Limit.of(request, settings);
        if (Limit.announced(request) > limit.bytes()) {
            Problem.bodyTooLarge(limit.bytes()).send(request);
            return;
        }
        forwarding.forward(request, upstream, limit);
    }
}
