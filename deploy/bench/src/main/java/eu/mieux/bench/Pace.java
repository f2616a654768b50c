package eu.mieux.bench;

import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/** A steady rhythm: every beat at its time, whatever became of those before. */
record Pace(int aSecond, int beats) {

    private static final long SECOND = 1_000_000_000;

    /** @param beat told its number; it must not take its time */
    void run(IntConsumer beat) {
        long begun = System.nanoTime();
        for (int i = 0; i < beats; i++) {
            long due = begun + i * SECOND / aSecond;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            beat.accept(i);
        }
    }
}
