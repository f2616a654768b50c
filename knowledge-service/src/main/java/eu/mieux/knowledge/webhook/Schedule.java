package eu.mieux.knowledge.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** When what has failed is tried again, and when it is given up. */
@ApplicationScoped
class Schedule {

    /** At most so long a receiver is left alone because it asks for it. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final List<Duration> probes;
    private final List<Duration> retries;
    private final Duration patience;

    /**
     * @param probes of a receiver that fails, the last for ever: whatever the time it was away, it is found within this
     * @param retries of a delivery that fails while others go
     * @param patience for what has waited for so long
     */
    Schedule(
            @ConfigProperty(name = "mieux.webhooks.probes") List<Duration> probes,
            @ConfigProperty(name = "mieux.webhooks.retries") List<Duration> retries,
            @ConfigProperty(name = "mieux.webhooks.patience") Duration patience) {
        this.probes = probes;
        this.retries = retries;
        this.patience = patience;
    }

    /**
     * After so many failures in a row before this one.
     *
     * @param asked by the receiver, which is heeded within bounds; null when it does not say
     */
    Duration probe(int failures, @Nullable Duration asked) {
        if (asked == null) {
            return probes.get(Math.min(failures, probes.size() - 1));
        }
        return Collections.max(List.of(probes.getFirst(), Collections.min(List.of(asked, LONGEST))));
    }

    /** After so many refusals before this one; empty when it is given up. */
    Optional<Duration> retry(int refusals) {
        return refusals < retries.size() ? Optional.of(retries.get(refusals)) : Optional.empty();
    }

    Duration patience() {
        return patience;
    }
}
