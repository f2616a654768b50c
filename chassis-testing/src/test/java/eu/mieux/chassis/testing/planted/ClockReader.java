package eu.mieux.chassis.testing.planted;

import java.time.Instant;

/** Violates: nobody reads the clock behind one's back. */
class ClockReader {

    Instant now() {
        return Instant.now();
    }
}
