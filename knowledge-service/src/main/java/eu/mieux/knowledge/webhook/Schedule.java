package eu.mieux.knowledge.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** When what has failed is tried again, and when it is given up. */
@ApplicationScoped
class Schedule {

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

    /** After so many failures in a row before this one. */
    Duration probe(int failures) {
        return probes.get(Math.min(failures, probes.size() - 1));
    }

    /** After so many refusals before this one; empty when it is given up. */
    Optional<Duration> retry(int refusals) {
        return refusals < retries.size() ? Optional.of(retries.get(refusals)) : Optional.empty();
    }

    Duration patience() {
        return patience;
    }
}
