package eu.mieux.knowledge.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came of one try.
 *
 * @param status of the answer; null when there was none
 * @param error what went wrong, in words; null when it was delivered
 * @param answer the beginning of what was answered
 * @param retryAfter when the receiver wants to be called again; null when it does not say
 */
record Outcome(
        Instant at,
        Duration took,
        @Nullable Integer status,
        @Nullable String error,
        @Nullable String answer,
        @Nullable Duration retryAfter) {

    private static final int GONE = 410;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    /** Too slow, too early, too many, gone: whatever it is that was sent. */
    private static final Set<Integer> OF_THE_RECEIVER = Set.of(408, 425, TOO_MANY_REQUESTS, GONE);

    boolean isDelivered() {
        return error == null;
    }

    /** The receiver says that it is to be left alone for good. */
    boolean isGone() {
        return status != null && status == GONE;
    }

    /** The receiver has looked at what was sent, and does not want it; it may want others. */
    boolean isRefusal() {
        return status != null && status >= 400 && status < 500 && !OF_THE_RECEIVER.contains(status);
    }

    /** The receiver says that it has too much to do, whatever it is that was sent. */
    boolean isBusy() {
        return status != null && (status == TOO_MANY_REQUESTS || status == UNAVAILABLE);
    }
}
