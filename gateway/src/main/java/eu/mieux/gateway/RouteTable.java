package eu.mieux.gateway;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which service answers a path. A prefix matches whole segments, and the longest one wins. */
final class RouteTable {

    /** @param prefix of its paths */
    record Route(String prefix, Upstream upstream) {}

    private final Map<String, Upstream> byPrefix;

    RouteTable(Map<String, Upstream> byPrefix) {
        this.byPrefix = Map.copyOf(byPrefix);
    }

    /** @throws IllegalArgumentException when two services claim the same prefix */
    static RouteTable of(Settings settings) {
        Map<String, Upstream> byPrefix = new HashMap<>();
        settings.services().forEach((name, service) -> {
            Upstream upstream = Upstream.of(name, service.url());
            for (String prefix : service.prefixes()) {
                Upstream other = byPrefix.putIfAbsent(prefix, upstream);
                if (other != null) {
                    throw new IllegalArgumentException(
                            "%s is routed to both %s and %s.".formatted(prefix, other.name(), name));
                }
            }
        });
        return new RouteTable(byPrefix);
    }

    /** @param path as it came over the wire, already found to be a {@link PlainPath} */
    @Nullable
    Route find(String path) {
        String candidate = path;
        while (!candidate.isEmpty()) {
            Upstream upstream = byPrefix.get(candidate);
            if (upstream != null) {
                return new Route(candidate, upstream);
            }
            candidate = candidate.substring(0, Math.max(0, candidate.lastIndexOf('/')));
        }
        return null;
    }
}
