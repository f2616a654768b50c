package eu.mieux.gateway;

import java.net.URI;

/**
 * A service behind the gateway.
 *
 * @param name as in {@code docs/map.md}, without {@code -service}
 */
record Upstream(String name, String host, int port, boolean tls) {

    Upstream {
        if (host.isBlank() || port < 1 || port > 65535) {
            throw new IllegalArgumentException("No such address: " + host + ":" + port);
        }
    }

    /** @throws IllegalArgumentException when the URL is more, or less, than scheme, host and port */
    static Upstream of(String name, URI url) {
        boolean tls = "https".equals(url.getScheme());
        boolean plain = "http".equals(url.getScheme());
        String path = url.getRawPath();
        boolean bare = path == null || path.isEmpty() || path.equals("/");
        if (!(tls || plain) || url.getHost() == null || !bare || url.getRawQuery() != null) {
            throw new IllegalArgumentException(
                    "The URL of %s must look like http://host:port, but is \"%s\".".formatted(name, url));
        }
        int port = url.getPort() != -1 ? url.getPort() : tls ? 443 : 80;
        return new Upstream(name, url.getHost(), port, tls);
    }
}
