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
 * environment {@code local} alone; tokens are verified by the system's clock. The file is read each time, so that what it says
 * holds from the moment at which it is replaced.
 */
final class ShiftedClock extends Clock {

    private final Path file;
    private final ZoneId zone;

    ShiftedClock(Path file) {
        this(file, ZoneOffset.UTC);
    }

    private ShiftedClock(Path file, ZoneId zone) {
        this.file = file;
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(ahead());
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
