package eu.mieux.chassis.inbox;

import eu.mieux.chassis.kafka.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** How long it takes from when an event is recorded by its owner until it shows here. */
@Singleton
class Visibility {

    private static final Duration[] LIMITS = {
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5)
    };

    private final MeterRegistry registry;
    private final Clock clock;

    Visibility(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** What takes no part is not there to be seen. */
    void of(ReceivedEvent event) {
        timer(event.aggregateType()).record(Duration.between(event.time(), clock.instant()));
    }

    Timer timer(String aggregateType) {
        return Timer.builder("mieux.event.visible")
                .description("From when an event is recorded by its owner until it is applied here")
                .tag("topic", Topics.of(aggregateType))
                .serviceLevelObjectives(LIMITS)
                .register(registry);
    }
}
