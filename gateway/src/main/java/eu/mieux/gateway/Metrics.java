package eu.mieux.gateway;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What those who run the gateway want to know of it, in the form of Prometheus ({@code docs/operations/metrics.md}): at
 * {@code /q/metrics} of a port of its own, since all can reach the other. Without that port the gateway serves all the same.
 */
@ApplicationScoped
@SuppressWarnings("deprecation") // Quarkus has no other registry for Prometheus than the one that Micrometer calls old.
class Metrics {

    private static final Logger LOG = Logger.getLogger(Metrics.class);
    private static final String PATH = "/q/metrics";
    private static final String OWN = "gateway";

    private static final Duration[] LIMITS = {
        Duration.ofMillis(100),
        Duration.ofMillis(300),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        Duration.ofSeconds(10)
    };

    private final PrometheusMeterRegistry registry;
    private final HttpServer door;
    private final Settings.Management settings;

    Metrics(PrometheusMeterRegistry registry, Vertx vertx, Settings settings) {
        this.registry = registry;
        this.settings = settings.management();
        this.door = vertx.createHttpServer().requestHandler(this::tell);
    }

    /** To be called when the other door is guarded, lest this one is counted with it. */
    void open(Connections connections) {
        watch(connections);
        door.listen(settings.port(), settings.host())
                .onSuccess(open -> LOG.infof("Metrics are at port %d.", open.actualPort()))
                .onFailure(failure -> LOG.warnf(
                        "There are no metrics: port %d cannot be taken (%s).", settings.port(), failure.getMessage()));
    }

    int port() {
        return door.actualPort();
    }

    private void tell(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (PATH.equals(request.path())) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")
                    .end(registry.scrape());
        } else {
            response.setStatusCode(404).end();
        }
    }

    /** The head of an answer is on its way. */
    void answered(RouteTable.@Nullable Route route, int status, long nanoseconds) {
        Timer.builder("mieux.gateway.answers")
                .description("From the head of a request to the head of its answer")
                .tag("route", route == null ? OWN : route.prefix())
                .tag("service", route == null ? OWN : route.upstream().name())
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(LIMITS)
                .register(registry)
                .record(Duration.ofNanos(nanoseconds));
    }

    private void watch(Connections connections) {
        Gauge.builder("mieux.gateway.connections", connections, Connections::open)
                .description("Connections of clients that are open")
                .register(registry);
        FunctionCounter.builder("mieux.gateway.connections.refused", connections, Connections::refused)
                .description("Connections over the limit of all or of their address")
                .register(registry);
    }

    /** Every metric says whose it is, as those of the services do. */
    @Produces
    @Singleton
    static MeterFilter label() {
        return MeterFilter.commonTags(List.of(Tag.of("application", OWN)));
    }
}
