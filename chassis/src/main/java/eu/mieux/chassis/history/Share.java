package eu.mieux.chassis.history;

import java.util.Set;

/**
 * What of a record's history is for whoever asks.
 *
 * @param from the first version that she may know of: instead of how it came about she is told what the record said then
 * @param without events that are kept from her
 */
public record Share(long from, Set<String> without) {

    public static final Share ALL = new Share(1, Set.of());

    public Share {
        without = Set.copyOf(without);
    }
}
