package eu.mieux.chassis.metrics;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Every metric says whose it is, so that a figure of one service is not added to that of another. */
final class OfThisApplication {

    private OfThisApplication() {}

    @Produces
    @Singleton
    static MeterFilter label(@ConfigProperty(name = "quarkus.application.name") String application) {
        return MeterFilter.commonTags(List.of(Tag.of("application", application)));
    }
}
