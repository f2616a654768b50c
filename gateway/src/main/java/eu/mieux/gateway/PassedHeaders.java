package eu.mieux.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.List;

/** Which headers go through. Those of a single connection do not (RFC 9110, section 7.6.1). */
final class PassedHeaders {

    private static final List<String> OF_THE_CONNECTION = List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Connection",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "Proxy-Authentication-Info",
            "HTTP2-Settings",
            "TE",
            "Trailer",
            "Upgrade");

    private PassedHeaders() {}

    static void onward(MultiMap headers, HttpServerRequest request) {
        removeThoseOfTheConnection(headers);
        headers.remove("Expect");
        Trace.require(headers);
        // Set again: a client may have named them as headers of its connection.
        for (String settled : Proxies.SETTLED) {
            headers.set(settled, request.getHeader(settled));
        }
        HostAndPort authority = request.authority();
        if (authority != null) {
            headers.set("X-Forwarded-Host", authority.toString());
        }
    }

    static void back(MultiMap headers) {
        removeThoseOfTheConnection(headers);
        headers.remove("Server").remove("X-Powered-By");
    }

    private static void removeThoseOfTheConnection(MultiMap headers) {
        for (String list : List.copyOf(headers.getAll("Connection"))) {
            for (String name : list.split(",", -1)) {
                headers.remove(name.strip());
            }
        }
        OF_THE_CONNECTION.forEach(headers::remove);
    }
}
