package eu.mieux.chassis.time;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where time comes in. Instants are cut to microseconds, which is what PostgreSQL keeps. */
public final class Time {

    private Time() {}

    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A new identifier that sorts by its time of birth (UUIDv7). */
    public static UUID newId() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }

    /** The system's clock as a bean; where things are tried, one that can be put forward. */
    @Singleton
    static final class SystemClock {
        @Produces
        @Singleton
        Clock clock(@ConfigProperty(name = "mieux.clock.ahead") Optional<Path> ahead) {
            return ahead.<Clock>map(ShiftedClock::new).orElseGet(Clock::systemUTC);
        }
    }
}
