package eu.mieux.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The keys that the identity provider signs with. They are fetched when the first token comes, and again when a token names
 * one that is not known or when they have grown old; never more often than every few seconds, so that made-up names of keys do
 * not become a flood. While the provider is away, the keys that are known go on being used.
 */
final class SigningKeys {

    /** What the provider published. */
    record Published(String issuer, List<JsonWebKey> keys, Instant since) {}

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(5);
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final URI discovery;
    private final HttpClient client;
    private final Clock clock;
    private volatile @Nullable Published published;
    private @Nullable Future<Published> underWay;
    private @Nullable Throwable failure;
    private Instant lastTried = Instant.MIN;

    SigningKeys(URI issuer, Vertx vertx, Clock clock) {
        String base = issuer.toString();
        this.discovery = URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
                + "/.well-known/openid-configuration");
        this.client = vertx.createHttpClient();
        this.clock = clock;
    }

    /** Null before the first token. */
    @Nullable
    Published known() {
        Published now = published;
        if (now != null && now.since.plus(FRESH).isBefore(clock.instant())) {
            // Whoever asks does not wait for it; what comes of it is logged.
            Future<Published> ignored = otherThan(now);
        }
        return now;
    }

    /**
     * Keys that are newer than these, or the same ones when it is too early to ask again.
     *
     * @return a future that fails when the provider is away
     */
    synchronized Future<Published> otherThan(@Nullable Published unfit) {
        Published now = published;
        if (now != null && !now.equals(unfit)) {
            return Future.succeededFuture(now);
        }
        if (underWay != null) {
            return underWay;
        }
        if (clock.instant().isBefore(lastTried.plus(BETWEEN_FETCHES))) {
            return failure != null || now == null
                    ? Future.failedFuture(failure == null ? new IOException("no keys yet") : failure)
                    : Future.succeededFuture(now);
        }
        lastTried = clock.instant();
        Future<Published> fetching = get(discovery)
                .compose(provider -> get(URI.create(provider.getString("jwks_uri")))
                        .map(keys -> read(provider.getString("issuer"), keys)));
        underWay = fetching;
        fetching.onSuccess(this::keep).onFailure(this::keepThoseKnown);
        return fetching;
    }

    private synchronized void keep(Published fetched) {
        underWay = null;
        failure = null;
        published = fetched;
    }

    private synchronized void keepThoseKnown(Throwable why) {
        underWay = null;
        failure = why;
        LOG.warnf("The identity provider's keys could not be fetched (%s): %s", discovery, why);
    }

    private Published read(String issuer, JsonObject keys) {
        try {
            return new Published(issuer, new JsonWebKeySet(keys.encode()).getJsonWebKeys(), clock.instant());
        } catch (JoseException e) {
            throw new IllegalStateException("These are no keys", e);
        }
    }

    private Future<JsonObject> get(URI address) {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(address.toString())
                .setTimeout(PATIENCE.toMillis());
        return client.request(request)
                .compose(HttpClientRequest::send)
                .compose(SigningKeys::body)
                .map(Buffer::toJsonObject);
    }

    private static Future<Buffer> body(HttpClientResponse answer) {
        return answer.statusCode() == 200
                ? answer.body()
                : Future.failedFuture(new IOException("It answers " + answer.statusCode()));
    }
}
