package eu.mieux.monitoring.figure;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The base figures of a report: of its year, the year before (for comparison) and the one before that (for last year's growth). */
final class Tallies {

    private record Cell(int year, String base) {}

    private final Map<Cell, Tally> tallies = new HashMap<>();
    private final Map<Cell, NavigableMap<Integer, Long>> distributions = new HashMap<>();

    void add(int year, String base, Tally tally) {
        tallies.merge(new Cell(year, base), tally, Tally::plus);
    }

    /** Records that each count as one. */
    void count(int year, String base, long records, long illustrative) {
        add(year, base, new Tally(BigDecimal.valueOf(records), records, illustrative));
    }

    /** Notes how often a value occurred, for medians. */
    void observe(int year, String base, int value, long times) {
        distributions
                .computeIfAbsent(new Cell(year, base), c -> new TreeMap<>())
                .merge(value, times, Long::sum);
    }

    Tally at(int year, String base) {
        return tallies.getOrDefault(new Cell(year, base), Tally.NOTHING);
    }

    boolean has(int year, String base) {
        return tallies.containsKey(new Cell(year, base));
    }

    NavigableMap<Integer, Long> distribution(int year, String base) {
        return distributions.getOrDefault(new Cell(year, base), Collections.emptyNavigableMap());
    }

    /** The base figures of a year whose id begins so, sorted. */
    SortedSet<String> startingWith(String prefix, int year) {
        return tallies.keySet().stream()
                .filter(cell -> cell.year == year && cell.base.startsWith(prefix))
                .map(Cell::base)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
