package eu.mieux.chassis.testing.planted;

import java.time.Clock;

/** Violates: nobody reads the clock behind one's back. */
class ClockMaker {

    Clock now() {
        return Clock.systemUTC();
    }
}
