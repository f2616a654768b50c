package eu.mieux.chassis.start;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.Config;

/** How long a program waits for its database before it gives up, {@code mieux.database.patience}: with longer and longer pauses. */
final class Patience {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Instant end;
    private Duration pause = Duration.ofSeconds(1);

    private Patience(Instant end) {
        this.end = end;
    }

    static Patience of(Config config) {
        return new Patience(Instant.now().plus(config.getValue("mieux.database.patience", Duration.class)));
    }

    /** @throws SchemaRelease.CannotServe when it has come to its end */
    void wait(String why) throws SchemaRelease.CannotServe {
        if (Instant.now().plus(pause).isAfter(end)) {
            throw new SchemaRelease.CannotServe(why);
        }
        System.err.printf("Not yet, again in %d s: %s%n", pause.toSeconds(), why);
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SchemaRelease.CannotServe("interrupted while waiting for the database.");
        }
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }
}
