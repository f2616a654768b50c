package eu.mieux.chassis.testing.planted;

/** Violates: nobody reads the clock behind one's back. */
class MillisReader {

    long now() {
        return System.currentTimeMillis();
    }
}
