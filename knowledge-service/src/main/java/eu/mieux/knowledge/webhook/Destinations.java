package eu.mieux.knowledge.webhook;

import eu.mieux.chassis.http.Networks;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where webhooks may lead. Whoever gives us an address lets us call it from within: it must be on the public Internet, when it is
 * given and whenever it is called, for a name may mean another machine by then.
 */
@ApplicationScoped
@Startup
class Destinations {

    private static final String LOCAL = "local";
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    /** Below, all ports but those of the web are services that were never meant to be called so. */
    private static final int FIRST_FREE_PORT = 1024;

    private static final int LAST_PORT = 65535;

    private static final String NOT_PUBLIC =
            "%s leads to no machine on the public Internet: is it written right? Give a receiver that all can reach, or have the operator of this suite admit its network.";

    private final boolean local;
    private final Networks admitted;
    private final Names names;

    /** Asks a name server; of an address in figures, however they are written, gives just that. */
    @FunctionalInterface
    interface Names {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    @Inject
    Destinations(
            @ConfigProperty(name = "mieux.environment") String environment,
            @ConfigProperty(name = "mieux.webhooks.networks") Optional<List<String>> networks) {
        this(
                environment.equals(LOCAL),
                Networks.of("MIEUX_WEBHOOK_NETWORKS", networks.orElse(List.of())),
                new PatientNames(InetAddress::getAllByName));
    }

    Destinations(boolean local, Networks admitted, Names names) {
        this.local = local;
        this.admitted = admitted;
        this.names = names;
    }

    /**
     * A machine that may be called.
     *
     * @param address the very one that was looked at: whoever calls connects to it, and asks no name server again
     * @param host as it is written in the URL
     * @param target path and query
     */
    record Destination(InetAddress address, String host, int port, boolean secure, String target) {}

    /** Why a URL is not called, in a sentence that says what would do. */
    static final class NotCalled extends Exception {
        NotCalled(String why) {
            super(why, null, false, false);
        }
    }

    Destination of(String url) throws NotCalled {
        URI uri = parsed(url);
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        boolean plain = "http".equalsIgnoreCase(uri.getScheme());
        if (!secure && !(local && plain)) {
            throw new NotCalled("Give an address that begins with https://: others on the way could read the rest.");
        }
        String host = uri.getHost();
        if (host == null || host.isEmpty()) {
            throw new NotCalled(
                    "It names no host that is understood; write a name with letters beyond ASCII as xn--….");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new NotCalled(
                    "Leave out the user before the host, and what follows #: deliveries are told from others by their signature.");
        }
        int port = port(uri, secure);
        return new Destination(address(host), host, port, secure, target(uri));
    }

    private static URI parsed(String url) throws NotCalled {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new NotCalled("This is no URL: give one like https://receiver.example/mieux.");
        }
    }

    private int port(URI uri, boolean secure) throws NotCalled {
        int usual = secure ? HTTPS : HTTP;
        int port = uri.getPort() == -1 ? usual : uri.getPort();
        if (port == usual || (port >= FIRST_FREE_PORT && port <= LAST_PORT)) {
            return port;
        }
        throw new NotCalled("Port %d is not called: let the receiver listen on %d, or on one from %d to %d."
                .formatted(port, usual, FIRST_FREE_PORT, LAST_PORT));
    }

    /** One answer for what does not exist and for what is within: nobody learns here which names there are. */
    private InetAddress address(String host) throws NotCalled {
        InetAddress first = null;
        try {
            for (InetAddress address : names.addresses(host)) {
                if (!isCalled(address)) {
                    throw new NotCalled(NOT_PUBLIC.formatted(host));
                }
                first = preferred(first, address);
            }
        } catch (UnknownHostException e) {
            throw new NotCalled(NOT_PUBLIC.formatted(host));
        }
        if (first == null) {
            throw new NotCalled(NOT_PUBLIC.formatted(host));
        }
        return first;
    }

    /** IPv4 is everywhere; where there is none, the first. */
    private static InetAddress preferred(@Nullable InetAddress before, InetAddress address) {
        return before == null || before.getAddress().length > address.getAddress().length ? address : before;
    }

    private boolean isCalled(InetAddress address) {
        return Internet.isPublic(address) || admitted.contain(address) || (local && address.isLoopbackAddress());
    }

    private static String target(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
