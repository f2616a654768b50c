package eu.mieux.chassis.identity;

import java.util.List;

/**
 * What a claim names may bear another key by now: a token says {@code shop=main-street}, and that shop was merged into another
 * since. Whoever held rights by the old key holds them by the new one, and the other way round: a row that still bears the old key
 * is of whom the new one is.
 */
public interface Renamed {

    /** Whether it knows of the values of this claim. */
    boolean concerns(String claim);

    /** All keys, of today and of before, of what these keys name; those of today first. Keys that it does not know stay. */
    List<String> keysOf(String claim, List<String> keys);
}
