package eu.mieux.monitoring.figure;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The figures of a year as they are known last, computed again only when a fact has changed since. Published reports are read
 * far more often than facts change, and each reading compares them with what is known last.
 */
public final class LatestFigures {

    /** More years than a facility has; a caller who asks for all that can be asked for makes it begin anew. */
    private static final int MOST_YEARS = 100;

    private record Computed(Figures.Standing standing, List<FigureValue> values) {}

    private final Figures figures;
    private final ConcurrentMap<Integer, Computed> computed = new ConcurrentHashMap<>();

    public LatestFigures(Figures figures) {
        this.figures = figures;
    }

    public List<FigureValue> of(int year) {
        // Read before computing: facts that come in between are computed with, and once more next time.
        Figures.Standing standing = figures.standing();
        Computed known = computed.get(year);
        if (known != null && known.standing().equals(standing)) {
            return known.values();
        }
        if (computed.size() >= MOST_YEARS) {
            computed.clear();
        }
        // One at a time for a year, so that a page that everybody opens at once is computed once.
        return computed.compute(
                        year,
                        (same, meanwhile) ->
                                meanwhile != null && meanwhile.standing().equals(standing)
                                        ? meanwhile
                                        : new Computed(standing, figures.of(year, Figures.LATEST)))
                .values();
    }
}
