package eu.mieux.implementation.portfolio;

import eu.mieux.chassis.bulk.Outcome;
import eu.mieux.chassis.bulk.PortfolioFile.Line;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Parts the rows of a batch that refer to what is there from those that do not; every dangling reference of a row is said. */
public final class Sifting<R> {

    private final List<Line<R>> lines;
    private final Outcome outcome;
    private final Set<Long> dangling = new HashSet<>();

    public Sifting(List<Line<R>> lines, Outcome outcome) {
        this.lines = lines;
        this.outcome = outcome;
    }

    /**
     * Checks one reference of every row.
     *
     * @param what it refers to, as said to people: "Action"
     * @param key the key that a row refers to, null where it refers to none
     * @param unknown which of these keys nothing has
     */
    public <K> Sifting<R> references(
            String column, String what, Function<R, @Nullable K> key, Function<Set<K>, Set<K>> unknown) {
        Set<K> keys = new HashSet<>();
        for (Line<R> line : lines) {
            K wanted = key.apply(line.row());
            if (wanted != null) {
                keys.add(wanted);
            }
        }
        Set<K> missing = keys.isEmpty() ? keys : unknown.apply(keys);
        for (Line<R> line : lines) {
            K wanted = key.apply(line.row());
            if (wanted != null && missing.contains(wanted)) {
                outcome.unknownReference(line.number(), column, wanted.toString(), what);
                dangling.add(line.number());
            }
        }
        return this;
    }

    /** The rows without a dangling reference; the others are counted as rejected. */
    public List<Line<R>> sound() {
        dangling.forEach(line -> outcome.rejected());
        return lines.stream().filter(line -> !dangling.contains(line.number())).toList();
    }
}
