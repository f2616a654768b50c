package eu.mieux.monitoring.figure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a year, computed.
 *
 * @param id of the figure
 * @param value as shown, rounded by the figure's rule; null where it is undefined or nobody stated it
 * @param numerator what it was computed from, exact
 * @param denominator what the numerator was divided by or compared with; null for counts and sums
 * @param previous the value of the year before, as shown
 * @param change percent by which the exact value differs from the year before's, one decimal; null where that is not above zero
 * @param illustrativeShare percent of the records behind it that are illustrative, one decimal; null where there are none
 */
public record FigureValue(
        String id,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal previous,
        @Nullable BigDecimal change,
        @Nullable BigDecimal illustrativeShare) {

    static FigureValue of(Figure figure, int year, Tallies tallies) {
        Measure.Outcome now = figure.measure().of(year, tallies);
        Measure.Outcome before = figure.measure().of(year - 1, tallies);
        return new FigureValue(
                figure.id(),
                shown(now.value(), figure.rounding()),
                plain(now.numerator()),
                plain(now.denominator()),
                shown(before.value(), figure.rounding()),
                change(now.value(), before.value()),
                illustrativeShare(figure.measure().behind(year, tallies)));
    }

    /** Of a figure that nothing is known of. */
    public static FigureValue unknown(String id) {
        return new FigureValue(id, null, null, null, null, null, null);
    }

    /** Whether all that a report prints of it is the same: 64 and 64.0 are. */
    public boolean saysTheSameAs(FigureValue other) {
        return same(value, other.value)
                && same(numerator, other.numerator)
                && same(denominator, other.denominator)
                && same(previous, other.previous)
                && same(change, other.change)
                && same(illustrativeShare, other.illustrativeShare);
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    private static @Nullable BigDecimal change(@Nullable Fraction now, @Nullable Fraction before) {
        return now == null || before == null || before.signum() <= 0
                ? null
                : Rounding.ONE_DECIMAL.show(now.percentChangeFrom(before));
    }

    private static @Nullable BigDecimal illustrativeShare(Tally behind) {
        return behind.records() == 0
                ? null
                : Rounding.ONE_DECIMAL.show(Fraction.of(BigDecimal.valueOf(behind.illustrative()))
                        .percentOf(Fraction.of(BigDecimal.valueOf(behind.records()))));
    }

    private static @Nullable BigDecimal shown(@Nullable Fraction exact, Rounding rounding) {
        return exact == null ? null : rounding.show(exact);
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal exact) {
        return exact == null ? null : Fraction.plain(exact);
    }
}
