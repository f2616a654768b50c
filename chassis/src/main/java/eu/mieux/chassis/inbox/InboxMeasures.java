package eu.mieux.chassis.inbox;

import eu.mieux.chassis.kafka.Topics;
import eu.mieux.chassis.metrics.Look;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How far behind the followed topics this service is, and what of them it could not apply. */
@Singleton
class InboxMeasures implements MeterBinder {

    private final Applying applying;
    private final Lag lag;
    private final Visibility visibility;
    private final String group;
    private final Look<Optional<Map<String, Long>>> parked;

    InboxMeasures(
            Applying applying,
            Lag lag,
            Visibility visibility,
            Parking parking,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.applying = applying;
        this.lag = lag;
        this.visibility = visibility;
        this.group = application;
        this.parked = new Look<>(() -> Optional.of(parking.numbers()), Optional.empty());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String type : applying.followed()) {
            String topic = Topics.of(type);
            visibility.timer(type);
            Gauge.builder("mieux.consumer.lag", lag, known -> known.of(topic).toMillis() / 1e3)
                    .baseUnit("seconds")
                    .tag("group", group)
                    .tag("topic", topic)
                    .description(
                            "Age of the oldest record that this instance has to apply and has not; 0 when there is none")
                    .register(registry);
            Gauge.builder("mieux.parked.records", parked, known -> number(known.answer(), topic))
                    .tag("topic", topic)
                    .description("Records that could not be applied, with those that wait behind them")
                    .register(registry);
        }
    }

    private static double number(Optional<Map<String, Long>> numbers, String topic) {
        return numbers.map(known -> (double) known.getOrDefault(topic, 0L)).orElse(Double.NaN);
    }
}
