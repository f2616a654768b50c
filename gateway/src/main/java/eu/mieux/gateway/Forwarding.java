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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Passes requests to the services and their answers back, as streams in both directions. */
final class Forwarding {

    /** What takes its time has turns of its own, so that it keeps no others waiting. */
    private enum Pace {
        /** All has arrived that the service needs for its answer. */
        QUICK,
        /** The body still arrives. */
        SENDING,
        /** The answer does not end by itself. */
        FOLLOWING
    }

    private record Kind(Upstream upstream, Pace pace) {}

    /**
     * One for each event loop, so that a request and the connection it goes over are always on the same: on another, a request
     * would be given up a moment later, when the connection may serve someone else's already.
     */
    private record Lane(HttpClient client, Map<Kind, Turns> turns) {}

    private final ThreadLocal<Lane> lanes;
    private final Settings.Timeouts timeouts;
    private final Settings.Pool size;
    private final Settings.Circuit circuit;
    private final Set<String> endless;
    private final Followers followers;
    private final Shares shares;
    private final SmallBodies smallBodies = new SmallBodies();
    private final Map<Upstream, Circuit> circuits = new ConcurrentHashMap<>();

    Forwarding(Vertx vertx, Settings settings, Followers followers) {
        this.followers = followers;
        this.endless = settings.endless();
        this.timeouts = settings.timeouts();
        this.size = settings.pool();
        this.shares = new Shares(size.streamsPerAddress());
        this.circuit = settings.circuit();
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) timeouts.connect().toMillis())
                .setIdleTimeout((int) timeouts.idle().toSeconds());
        PoolOptions pool = new PoolOptions().setHttp1MaxSize(size.connections() + size.streams() + size.followers());
        this.lanes = ThreadLocal.withInitial(() -> new Lane(vertx.createHttpClient(options, pool), new HashMap<>()));
    }

    void forward(HttpServerRequest request, Upstream upstream, Limit limit) {
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        if (!SmallBodies.isSmall(Limit.announced(request))) {
            take(request, upstream, limit, null);
            return;
        }
        smallBodies
                .receive(request)
                .onSuccess(body -> take(request, upstream, limit, body))
                .onFailure(failure -> {
                    if (failure instanceof Refused refused
                            && !request.response().closed()) {
                        refused.problem().send(request);
                    }
                });
    }

    private void take(HttpServerRequest request, Upstream upstream, Limit limit, SmallBodies.@Nullable Body body) {
        Pace pace = pace(request, body);
        if (pace != Pace.SENDING) {
            queue(request, new Kind(upstream, pace), limit, body, () -> release(body));
            return;
        }
        Shares.Share share = shares.take(request);
        if (share == null) {
            shares.refusal().send(request);
        } else {
            queue(request, new Kind(upstream, pace), limit, null, share::end);
        }
    }

    /** @param whenOver however it ends; may be told more than once */
    private void queue(
            HttpServerRequest request, Kind kind, Limit limit, SmallBodies.@Nullable Body body, Runnable whenOver) {
        Lane lane = lanes.get();
        Upstream upstream = kind.upstream;
        Circuit way = circuits.computeIfAbsent(upstream, service -> new Circuit(service, circuit));
        Circuit.Call call = way.call();
        if (call == null) {
            whenOver.run();
            Problem.circuitOpen(upstream, way.pause().toSeconds()).send(request);
            return;
        }
        request.pause();
        lane.turns
                .computeIfAbsent(kind, one -> new Turns(atOnce(one.pace), size.waiting(), timeouts.connect()))
                .take(request)
                .onSuccess(turn -> {
                    Passage passage = new Passage(request, upstream, limit, body, way, call, timeouts, () -> {
                        turn.end();
                        whenOver.run();
                    });
                    // Where the proxy answers by itself, the passage does not hear of it.
                    Guest.whenAnswered(request, passage::over);
                    pass(passage, request, lane.client, kind.pace == Pace.FOLLOWING);
                })
                .onFailure(none -> {
                    call.abandoned();
                    whenOver.run();
                    if (!request.response().closed()) {
                        Problem.unavailable(upstream, "is busy.").send(request);
                    }
                });
    }

    private Pace pace(HttpServerRequest request, SmallBodies.@Nullable Body body) {
        String path = request.path();
        // Services do not mind a last slash.
        if (endless.contains(path.endsWith("/") ? path.substring(0, path.length() - 1) : path)) {
            return Pace.FOLLOWING;
        }
        return body == null && Lingering.bodyIsPending(request) ? Pace.SENDING : Pace.QUICK;
    }

    private int atOnce(Pace pace) {
        return switch (pace) {
            case QUICK -> size.connections();
            case SENDING -> size.streams();
            case FOLLOWING -> size.followers();
        };
    }

    private static void release(SmallBodies.@Nullable Body body) {
        if (body != null) {
            body.release();
        }
    }

    private void pass(Passage passage, HttpServerRequest request, HttpClient client, boolean isEndless) {
        HttpProxy proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(passage::connect)
                .addInterceptor(passage);
        if (isEndless) {
            proxy.addInterceptor(new EndlessAnswer(followers, passage::giveUp));
        }
        proxy.handle(request);
    }
}
