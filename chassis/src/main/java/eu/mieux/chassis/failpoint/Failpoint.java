package eu.mieux.chassis.failpoint;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A named place where a test can kill the process, as a power cut would: {@code -Dmieux.failpoint=after-commit}, or
 * {@link #arm} in a test application. Costs one comparison with null in production.
 */
public final class Failpoint {

    private static volatile @Nullable String armed = System.getProperty("mieux.failpoint");

    private Failpoint() {}

    /** From now on the process dies where this is reached. */
    public static void arm(String name) {
        armed = name;
    }

    public static void reached(String name) {
        String deadly = armed;
        if (deadly != null && Objects.equals(deadly, name)) {
            Runtime.getRuntime().halt(137);
        }
    }
}
