package eu.mieux.implementation.portfolio;

import eu.mieux.chassis.bulk.Outcome;
import eu.mieux.chassis.bulk.PortfolioFile.Line;
import eu.mieux.chassis.bulk.RowError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Parts the rows of a batch that refer to what is there, and agree with it, from those that do not; everything that is wrong with a
 * row's references is said.
 */
public final class Sifting<R> {

    private final List<Line<R>> lines;
    private final Outcome outcome;
    private final Set<Long> refused = new HashSet<>();

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
                refused.add(line.number());
            }
        }
        return this;
    }

    /** Why a row cannot be true together with what it refers to. */
    public record Contradiction(String column, String value, String message, String remedy) {}

    /** Checks every row against what it refers to. */
    public Sifting<R> agree(Function<R, List<Contradiction>> contradictions) {
        for (Line<R> line : lines) {
            for (Contradiction found : contradictions.apply(line.row())) {
                outcome.fault(
                        line.number(),
                        found.column(),
                        found.value(),
                        RowError.CONTRADICTION,
                        found.message(),
                        found.remedy());
                refused.add(line.number());
            }
        }
        return this;
    }

    /** The rows that can be kept; the others are counted as rejected. */
    public List<Line<R>> sound() {
        refused.forEach(line -> outcome.rejected());
        return lines.stream().filter(line -> !refused.contains(line.number())).toList();
    }
}
