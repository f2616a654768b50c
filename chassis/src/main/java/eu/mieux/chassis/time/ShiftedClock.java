package eu.mieux.chassis.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that is ahead of the system's by what a file says: {@code P90D} or {@code PT36H}. For trying what months bring, in the
 * environment {@code local} alone; tokens are verified by the system's clock.
 */
final class ShiftedClock extends Clock {

    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Path file;
    private final ZoneId zone;
    private volatile Read read = new Read(Instant.MIN, Duration.ZERO);

    private record Read(Instant at, Duration ahead) {}

    ShiftedClock(Path file) {
        this(file, ZoneOffset.UTC);
    }

    private ShiftedClock(Path file, ZoneId zone) {
        this.file = file;
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        Instant now = InstantSource.system().instant();
        if (read.at().isBefore(now.minus(GLANCE))) {
            read = new Read(now, ahead());
        }
        return now.plus(read.ahead());
    }

    private Duration ahead() {
        try {
            return Duration.parse(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("How far the clock is ahead cannot be read from " + file, e);
        }
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new ShiftedClock(file, other);
    }
}
