package eu.mieux.chassis.identity;

import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Tells the {@link Caller} where the call comes from: what the gateway says, which drops what clients say about themselves,
 * or without a gateway the other end of the connection.
 */
class CallersAddress {

    private static final int LONGEST = 64;

    private final Caller caller;

    CallersAddress(Caller caller) {
        this.caller = caller;
    }

    @ServerRequestFilter
    public void tell(HttpServerRequest request) {
        String forwarded = request.getHeader("X-Forwarded-For");
        String address = forwarded == null ? request.remoteAddress().hostAddress() : forwarded;
        caller.comesFrom(address.substring(0, Math.min(address.length(), LONGEST)));
    }
}
