package eu.mieux.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Stands in for the services: four listen and tell what they were asked, knowledge does not run; and for the identity {@link Provider}. Paths ending in a word that
 * {@link Behaviours} knows behave badly on purpose.
 */
public final class Stubs implements QuarkusTestResourceLifecycleManager {

    private final Vertx vertx = Vertx.vertx();

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>();
        for (String service : List.of("pre-implementation", "implementation", "expert")) {
            settings.put(url(service), listen(request -> Behaviours.of(service, request)));
        }
        settings.put(url("monitoring"), listen(AnnualReports::answer));
        settings.put(url("knowledge"), "http://127.0.0.1:" + unusedPort());
        String issuer = listen(Provider::answer);
        Provider.issuer = issuer;
        settings.put("gateway.identity.issuer", issuer);
        settings.put("gateway.timeouts.response", "6S");
        settings.put("gateway.limits.import", String.valueOf(304L << 20));
        return settings;
    }

    private static String url(String service) {
        return "gateway.services." + service + ".url";
    }

    private String listen(Handler<HttpServerRequest> handler) {
        HttpServer server = vertx.createHttpServer().requestHandler(handler);
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
        return "http://127.0.0.1:" + server.actualPort();
    }

    private static int unusedPort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a service was asked. */
    static JsonObject account(String service, HttpServerRequest request) {
        JsonObject headers = new JsonObject();
        for (String name : request.headers().names()) {
            headers.put(
                    name.toLowerCase(Locale.ROOT),
                    new JsonArray(request.headers().getAll(name)));
        }
        return new JsonObject()
                .put("service", service)
                .put("method", request.method().name())
                .put("uri", request.uri())
                .put("headers", headers);
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
