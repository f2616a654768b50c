package eu.mieux.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;

/** Passes requests to the services and their answers back, as streams in both directions. */
final class Forwarding {

    // Each event loop may have, and let wait, so many.
    private static final int CONNECTIONS_PER_SERVICE = 64;
    private static final int WAITING_PER_SERVICE = 512;

    /**
     * One for each event loop, so that a request and the connection it goes over are always on the same: on another, a request
     * would be given up a moment later, when the connection may serve someone else's already.
     */
    private final ThreadLocal<HttpClient> clients;

    private final Settings.Timeouts timeouts;

    Forwarding(Vertx vertx, Settings.Timeouts timeouts) {
        this.timeouts = timeouts;
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) timeouts.connect().toMillis())
                .setIdleTimeout((int) timeouts.idle().toSeconds())
                .setMaxWaitQueueSize(WAITING_PER_SERVICE);
        PoolOptions pool = new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_SERVICE);
        this.clients = ThreadLocal.withInitial(() -> vertx.createHttpClient(options, pool));
    }

    /** @param limit of the body, in bytes */
    void forward(HttpServerRequest request, Upstream upstream, long limit) {
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        Passage passage = new Passage(request, upstream, limit, timeouts);
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), clients.get())
                .origin(passage::connect)
                .addInterceptor(passage)
                .handle(request);
    }
}
