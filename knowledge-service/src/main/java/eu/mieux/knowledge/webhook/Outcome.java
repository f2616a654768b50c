package eu.mieux.knowledge.webhook;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of one try.
 *
 * @param status of the answer; null when there was none
 * @param error what went wrong, in words; null when it was delivered
 * @param answer the beginning of what was answered
 */
record Outcome(
        Instant at,
        Duration took,
        @Nullable Integer status,
        @Nullable String error,
        @Nullable String answer) {

    private static final int GONE = 410;

    boolean isDelivered() {
        return error == null;
    }

    /** The receiver says that it is to be left alone for good. */
    boolean isGone() {
        return status != null && status == GONE;
    }
}
