package eu.mieux.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import java.util.HashMap;
import java.util.Map;

/** Passes requests to the services and their answers back, as streams in both directions. */
final class Forwarding {

    /**
     * One for each event loop, so that a request and the connection it goes over are always on the same: on another, a request
     * would be given up a moment later, when the connection may serve someone else's already.
     */
    private record Lane(HttpClient client, Map<Upstream, Turns> turns) {}

    private final ThreadLocal<Lane> lanes;
    private final Settings.Timeouts timeouts;
    private final Settings.Pool size;

    Forwarding(Vertx vertx, Settings.Timeouts timeouts, Settings.Pool size) {
        this.timeouts = timeouts;
        this.size = size;
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) timeouts.connect().toMillis())
                .setIdleTimeout((int) timeouts.idle().toSeconds());
        PoolOptions pool = new PoolOptions().setHttp1MaxSize(size.connections());
        this.lanes = ThreadLocal.withInitial(() -> new Lane(vertx.createHttpClient(options, pool), new HashMap<>()));
    }

    /** @param limit of the body, in bytes */
    void forward(HttpServerRequest request, Upstream upstream, long limit) {
        Lane lane = lanes.get();
        request.pause();
        lane.turns
                .computeIfAbsent(upstream, service -> new Turns(size, timeouts.connect()))
                .take(request)
                .onSuccess(turn -> pass(request, upstream, limit, lane.client, turn))
                .onFailure(none -> {
                    if (!request.response().closed()) {
                        Problem.unavailable(upstream, "is busy.").send(request);
                    }
                });
    }

    private void pass(HttpServerRequest request, Upstream upstream, long limit, HttpClient client, Turns.Turn turn) {
        // Where the proxy answers by itself, the passage does not hear of it.
        request.response().endHandler(answered -> turn.end());
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        Passage passage = new Passage(request, upstream, limit, timeouts, turn::end);
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(passage::connect)
                .addInterceptor(passage)
                .handle(request);
    }
}
