package eu.mieux.chassis.failpoint;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A named place where a test can kill the process, as a power cut would ({@code -Dmieux.failpoint=after-commit}, or
 * {@link #arm}), or make it stand still, as a machine that is starved of time would ({@link #hold}). Costs one comparison
 * with null in production.
 */
public final class Failpoint {

    private static volatile @Nullable Trap trap = initial();
    private static volatile boolean waiting;

    /** What happens at a place: death, or waiting where there is something to wait for. */
    private record Trap(String place, @Nullable CountDownLatch gate) {}

    private Failpoint() {}

    /** From now on the process dies where this is reached. */
    public static void arm(String name) {
        trap = new Trap(name, null);
    }

    /** From now on whoever reaches this waits there until {@link #release}. */
    public static void hold(String name) {
        trap = new Trap(name, new CountDownLatch(1));
    }

    /** Nothing is armed or held any more, and whoever waits goes on. */
    public static void release() {
        Trap set = trap;
        trap = null;
        if (set != null && set.gate != null) {
            set.gate.countDown();
        }
    }

    /** Whether somebody waits where {@link #hold} told them to. */
    public static boolean isHolding() {
        return waiting;
    }

    public static void reached(String name) {
        Trap set = trap;
        if (set != null && set.place.equals(name)) {
            spring(set);
        }
    }

    private static void spring(Trap set) {
        if (set.gate == null) {
            Runtime.getRuntime().halt(137);
        } else {
            waiting = true;
            try {
                set.gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                waiting = false;
            }
        }
    }

    private static @Nullable Trap initial() {
        String name = System.getProperty("mieux.failpoint");
        return name == null ? null : new Trap(name, null);
    }
}
