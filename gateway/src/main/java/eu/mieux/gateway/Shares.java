package eu.mieux.gateway;

import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * How many long bodies each address sends at the moment. A client needs no token to announce one and let the gateway wait for it,
 * and places for them are few: without a share, one would keep all others from them.
 */
final class Shares {

    private final int most;
    private final ConcurrentMap<String, Integer> taken = new ConcurrentHashMap<>();

    /** @param most for each address, or network of IPv6 */
    Shares(int most) {
        this.most = most;
    }

    /** Null when its address has all of its own already. */
    @Nullable
    Share take(HttpServerRequest request) {
        Share share = new Share(Proxies.networkOf(request));
        if (taken.merge(share.whose, 1, Integer::sum) <= most) {
            return share;
        }
        share.end();
        return null;
    }

    Problem refusal() {
        return Problem.tooManyUploads(most);
    }

    /** Whoever has one must end it. */
    final class Share {

        private final String whose;
        private boolean over;

        private Share(String whose) {
            this.whose = whose;
        }

        /** May be told more than once. */
        void end() {
            if (!over) {
                over = true;
                taken.computeIfPresent(whose, (same, count) -> count > 1 ? count - 1 : null);
            }
        }
    }
}
