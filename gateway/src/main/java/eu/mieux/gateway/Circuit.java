package eu.mieux.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a service alone for a moment when it fails again and again: when half of the requests of the last seconds, and not just
 * a few, found it away or silent. Then one request tries, and the others follow when it is answered.
 */
final class Circuit {

    private static final Logger LOG = Logger.getLogger(Circuit.class);
    private static final int HALF = 50;
    private static final int FIRST_ANSWER_THAT_FAILS = 502;
    private static final int LAST_ANSWER_THAT_FAILS = 504;

    private final CircuitBreaker breaker;
    private final Duration pause;

    Circuit(Upstream upstream, Settings.Circuit settings) {
        this.pause = settings.pause();
        this.breaker = CircuitBreaker.of(
                upstream.name(),
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.TIME_BASED)
                        .slidingWindowSize((int) settings.window().toSeconds())
                        .minimumNumberOfCalls(settings.requests())
                        .failureRateThreshold(HALF)
                        .waitDurationInOpenState(pause)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(change ->
                        LOG.warnf("Circuit of the %s service: %s", upstream.name(), change.getStateTransition()));
    }

    /** How long it stays open. */
    Duration pause() {
        return pause;
    }

    /** Null when it is open. Whoever gets one must say how it ended. */
    @Nullable
    Call call() {
        return breaker.tryAcquirePermission() ? new Call() : null;
    }

    /** One request to the service. How it ended is told once; what is said after that does not count. */
    final class Call {

        private boolean ended;

        void answered(int status) {
            if (status >= FIRST_ANSWER_THAT_FAILS && status <= LAST_ANSWER_THAT_FAILS) {
                failed(new IOException("answered " + status));
            } else if (first()) {
                breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            }
        }

        void failed(Throwable failure) {
            if (first()) {
                breaker.onError(0, TimeUnit.NANOSECONDS, failure);
            }
        }

        /** It says nothing about the service: the client left, or never finished asking. */
        void abandoned() {
            if (first()) {
                breaker.releasePermission();
            }
        }

        private boolean first() {
            boolean first = !ended;
            ended = true;
            return first;
        }
    }
}
