package eu.mieux.monitoring.figure;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number that the facility publishes: its id, what it is called, how it is computed and shown, and how the records behind
 * it are found.
 *
 * @param id stable, as in the figure catalogue ({@code activities.region.AFRICA})
 * @param text key of its label and definition in the bundle {@code figures.text}
 * @param terms the codes that its label names, in the order of the placeholders
 * @param unit what the value counts
 * @param rounding how it is shown
 * @param sources the statements it needs
 * @param measure how it follows from base figures
 * @param drill how the records behind it are found
 */
public record Figure(
        String id,
        String text,
        List<Term> terms,
        String unit,
        Rounding rounding,
        Set<FigureSource> sources,
        Measure measure,
        Drill drill) {

    /** A code of one of the facility's code lists. */
    public record Term(String list, String code) {}

    static final String PERCENT = "percent";

    static Figure of(String id, String unit, Rounding rounding, FigureSource source, Measure measure, Drill drill) {
        return new Figure(id, id, List.of(), unit, rounding, EnumSet.of(source), measure, drill);
    }

    /** A count or sum whose base figure bears its own id, shown as a whole number. */
    static Figure total(String id, String unit, FigureSource source, Drill drill) {
        return of(id, unit, Rounding.INTEGER, source, new Measure.Total(id), drill);
    }

    static Figure percent(String id, FigureSource source, Measure measure, Drill drill) {
        return of(id, PERCENT, Rounding.ONE_DECIMAL, source, measure, drill);
    }

    /** The same as one of a family, which shares its label and definition. */
    Figure named(String family, Term... named) {
        return new Figure(id, family, List.of(named), unit, rounding, sources, measure, drill);
    }

    /** A number that the value follows from, as it is told: distances to the metre, all else as it is. */
    public @Nullable BigDecimal told(@Nullable BigDecimal exact) {
        return exact == null || !sources.contains(FigureSource.TRAVEL) ? exact : Distances.toTheMetre(exact);
    }

    /** What the records behind it are called in the API, and in the scopes of machines. */
    public String kindOfRecords() {
        return drill.kind();
    }

    Figure alsoFrom(FigureSource other) {
        Set<FigureSource> both = EnumSet.copyOf(sources);
        both.add(other);
        return new Figure(id, text, terms, unit, rounding, both, measure, drill);
    }
}
