package eu.mieux.preimplementation.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** When a mail that could not be sent is tried again, and when it is given up. */
@ApplicationScoped
class Schedule {

    private final List<Duration> retries;
    private final Duration patience;
    private final Duration lease;

    /**
     * @param retries after the first failure, the second, …; the last for ever
     * @param patience so long a mail waits for the mail server
     * @param lease longer than it takes to send one
     */
    Schedule(
            @ConfigProperty(name = "mieux.mail.retries") List<Duration> retries,
            @ConfigProperty(name = "mieux.mail.patience") Duration patience,
            @ConfigProperty(name = "mieux.mail.lease") Duration lease) {
        this.retries = retries;
        this.patience = patience;
        this.lease = lease;
    }

    /** @param attempts so far, this one included */
    Duration pauseAfter(int attempts) {
        return retries.get(Math.min(attempts, retries.size()) - 1);
    }

    boolean isTooOld(Instant queuedAt, Instant now) {
        return queuedAt.plus(patience).isBefore(now);
    }

    Duration lease() {
        return lease;
    }
}
