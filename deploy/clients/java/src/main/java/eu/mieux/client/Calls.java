package eu.mieux.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls that have to arrive, once; and records that have to be what was read. */
public final class Calls {

    /** Longer than this nobody waits for an answer. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final Duration AFTER_A_FAILURE = Duration.ofMillis(500);
    private static final int ATTEMPTS = 3;

    private Calls() {}

    /**
     * Makes a call up to three times while the service is busy (429, 503) or the connection fails. All attempts bear one name, so
     * however often it arrives, it takes effect once.
     *
     * <pre>{@code
     * Request made = Calls.once(key -> requests.draftRequest(
     *         APIDraftRequestRequest.newBuilder().requestDraft(draft).idempotencyKey(key).build()));
     * }</pre>
     *
     * @param call with its Idempotency-Key
     */
    public static <T> T once(Function<String, T> call) {
        String key = UUID.randomUUID().toString();
        for (int attempt = 1; ; attempt++) {
            try {
                return call.apply(key);
            } catch (ApiException refused) {
                Duration wait = pause(refused).orElseThrow(() -> refused);
                if (attempt == ATTEMPTS || Thread.currentThread().isInterrupted()) {
                    throw refused;
                }
                LockSupport.parkNanos(wait.toNanos());
            }
        }
    }

    /** The version that was read, for {@code ifMatch} of what changes the record. */
    public static String etag(ApiResponse<?> read) {
        return read.getHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("ETag"))
                .map(header -> header.getValue().get(0))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "This answer has no ETag: it is no record, or only a part of one."));
    }

    /** How long to wait before the next attempt; empty when there is no use in one. */
    private static Optional<Duration> pause(ApiException refused) {
        return switch (refused.getCode()) {
            case 0 -> hasFailed(refused.getCause()) ? Optional.of(AFTER_A_FAILURE) : Optional.empty();
            case 429, 503 -> refused.retryAfter().filter(wait -> wait.compareTo(LONGEST_WAIT) <= 0);
            default -> Optional.empty();
        };
    }

    /** Whether the connection did; not so a call that was given up, nor one whose answer came and cannot be read. */
    private static boolean hasFailed(@Nullable Throwable cause) {
        return cause instanceof IOException && !(cause instanceof JsonProcessingException);
    }
}
