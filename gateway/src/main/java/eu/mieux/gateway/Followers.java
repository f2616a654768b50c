package eu.mieux.gateway;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The clients whose answers do not end by themselves: a gateway that leaves must end them. They come again, to another. */
final class Followers {

    private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();

    private volatile boolean leaving;

    void add(HttpServerRequest request) {
        connections.add(request.connection());
        if (leaving) {
            request.connection().close();
        }
    }

    void remove(HttpServerRequest request) {
        connections.remove(request.connection());
    }

    /** Not with a last chunk: what is passed on belongs to the service, which knows nothing of this. */
    void sendAway() {
        leaving = true;
        connections.forEach(HttpConnection::close);
    }
}
