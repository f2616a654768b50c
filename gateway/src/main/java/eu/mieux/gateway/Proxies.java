package eu.mieux.gateway;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import io.netty.util.NetUtil;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The proxies in front of the gateway, and what they say of the client behind them. What anyone else says of where a request
 * comes from is dropped at the door, so that nothing further in has to ask whether it may be believed.
 */
final class Proxies {

    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";

    /** What a request says of its client once it is settled. */
    static final List<String> SETTLED = List.of(FOR, PROTO);

    /** No wildcards, no ranges, no figures left out. */
    private static final IPAddressStringParameters IN_FULL = new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowSingleSegment(false)
            .allow_inet_aton(false)
            .setRangeOptions(RangeParameters.NO_RANGE)
            .toParams();

    private final List<IPAddress> trusted;

    /**
     * @param trusted addresses and networks: {@code 10.0.0.7}, {@code 10.0.0.0/8}
     * @throws IllegalArgumentException when one of them is neither
     */
    Proxies(List<String> trusted) {
        this.trusted = trusted.stream().map(Proxies::network).toList();
    }

    private static IPAddress network(String text) {
        try {
            return new IPAddressString(text.strip(), IN_FULL).toAddress().toPrefixBlock();
        } catch (AddressStringException e) {
            throw new IllegalArgumentException(complaint(text), e);
        }
    }

    private static String complaint(String network) {
        return "MIEUX_TRUSTED_PROXIES holds addresses and networks (10.0.0.7, 10.0.0.0/8), but not \"%s\"."
                .formatted(network);
    }

    boolean trust(@Nullable InetAddress address) {
        if (address == null) {
            return false;
        }
        IPAddress asked = new IPAddressNetwork.IPAddressGenerator().from(address);
        return trusted.stream().anyMatch(network -> network.contains(asked));
    }

    /**
     * Leaves of the headers about the client only what a trusted proxy said, and of the addresses the last that no trusted proxy
     * has: those before it anyone can make up.
     */
    void settle(HttpServerRequest request) {
        InetAddress peer = address(request.connection().remoteAddress().hostAddress());
        String client = client(peer, request.headers().getAll(FOR));
        String scheme = trust(peer) && "https".equalsIgnoreCase(request.getHeader(PROTO)) ? "https" : request.scheme();
        MultiMap headers = request.headers();
        for (String name : List.copyOf(headers.names())) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith("x-forwarded-") || lower.equals("forwarded") || lower.equals("x-real-ip")) {
                headers.remove(name);
            }
        }
        headers.set(FOR, client);
        headers.set(PROTO, scheme);
    }

    private String client(@Nullable InetAddress peer, List<String> named) {
        InetAddress client = peer;
        List<String> nearestFirst = new ArrayList<>();
        named.forEach(list -> nearestFirst.addAll(Arrays.asList(list.split(",", -1))));
        for (String next : nearestFirst.reversed()) {
            InetAddress address = trust(client) ? address(next.strip()) : null;
            if (address == null) {
                break;
            }
            client = address;
        }
        return client == null ? "unknown" : client.getHostAddress();
    }

    /** Of the client's connection, wherever it ends: {@code http} or {@code https}. Only after {@link #settle}. */
    static String schemeOf(HttpServerRequest request) {
        String settled = request.getHeader(PROTO);
        return settled == null ? request.scheme() : settled;
    }

    /** Who is counted as one: an address, or a network of IPv6, since each client has one. Only after {@link #settle}. */
    static String networkOf(HttpServerRequest request) {
        String client = request.getHeader(FOR);
        InetAddress address = client == null ? null : address(client);
        return address == null ? "unknown" : networkOf(address).getHostAddress();
    }

    static InetAddress networkOf(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address;
        }
        try {
            return InetAddress.getByAddress(Arrays.copyOf(Arrays.copyOf(address.getAddress(), 8), 16));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Sixteen bytes are an address", e);
        }
    }

    /** Never asks a name server. */
    private static @Nullable InetAddress address(@Nullable String text) {
        return text == null ? null : NetUtil.createInetAddressFromIpAddressString(text);
    }
}
