package eu.mieux.gateway;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How often each may ask, and what the answer says of it ({@code RateLimit} and {@code RateLimit-Policy},
 * draft-ietf-httpapi-ratelimit-headers). Whoever has not asked for as long as it takes to fill the bucket is forgotten.
 */
final class Allowance {

    private static final int MOST = 10_000;

    private final String name;
    private final Settings.Rate rate;
    private final String policy;
    private final LoadingCache<String, Bucket> buckets;

    /** @param name what is counted: {@code principal} or {@code address} */
    Allowance(String name, Settings.Rate rate) {
        this.name = name;
        this.rate = rate;
        Duration refill = Duration.ofSeconds(Math.max(1, Math.ceilDiv(rate.burst(), rate.perSecond())));
        this.policy = "\"%s\";q=%d;w=%d".formatted(name, rate.burst(), refill.toSeconds());
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .executor(Runnable::run)
                .expireAfterAccess(refill)
                .build(who -> full());
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .build();
    }

    /** Null when this request is within the allowance. */
    @Nullable
    Problem take(String who, HttpServerResponse response) {
        ConsumptionProbe left = buckets.get(who).tryConsumeAndReturnRemaining(1);
        response.putHeader("RateLimit-Policy", policy);
        response.putHeader(
                "RateLimit",
                "\"%s\";r=%d;t=%d".formatted(name, left.getRemainingTokens(), seconds(left.getNanosToWaitForReset())));
        return left.isConsumed()
                ? null
                : Problem.tooManyRequests(name, rate, Math.max(1, seconds(left.getNanosToWaitForRefill())));
    }

    /** For a request that turned out to count elsewhere. */
    void giveBack(String who) {
        buckets.get(who).addTokens(1);
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1));
    }
}
