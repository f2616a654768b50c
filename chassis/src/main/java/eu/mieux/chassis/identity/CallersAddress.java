package eu.mieux.chassis.identity;

import eu.mieux.chassis.http.Networks;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Tells the {@link Caller} where the call comes from: the other end of the connection, or where that is a gateway that one may
 * believe, what it says; it drops what clients say about themselves.
 */
class CallersAddress {

    private static final String FORWARDED = "X-Forwarded-For";

    private final Caller caller;
    private final Networks gateways;

    CallersAddress(Caller caller, @ConfigProperty(name = "mieux.trusted-proxies") List<String> gateways) {
        this.caller = caller;
        this.gateways = Networks.of("MIEUX_TRUSTED_PROXIES", gateways);
    }

    @ServerRequestFilter
    public void tell(HttpServerRequest request) {
        String peer = request.remoteAddress().hostAddress();
        String forwarded = request.getHeader(FORWARDED);
        boolean believed = forwarded != null && isAddress(forwarded) && gateways.contain(InetAddress.ofLiteral(peer));
        caller.comesFrom(believed ? forwarded : peer);
    }

    private static boolean isAddress(String text) {
        try {
            InetAddress.ofLiteral(text);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
