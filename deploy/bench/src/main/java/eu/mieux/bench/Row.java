package eu.mieux.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param measure what was measured
 * @param unit of both figures
 * @param measured the suite
 * @param reference what it is held against
 * @param referred the reference's figure
 * @param ratio the reference's cost by the suite's: 1 is as good as the reference, 0.5 costs twice as much
 * @param aim what it should reach; null where the issue names none
 */
record Row(
        String measure,
        String unit,
        Spread measured,
        String reference,
        Spread referred,
        Spread ratio,
        @Nullable Aim aim) {

    /** What a row should reach, and whether it does. */
    record Aim(String words, boolean met) {}

    /** Names a row before its figures are known. */
    record Title(String measure, String unit, String reference) {

        /** More is better: requests a second, rows a second. */
        Row moreIsBetter(List<Double> measured, List<Double> referred) {
            return row(measured, referred, Spread.ofRatios(measured, referred));
        }

        /** Less is better: seconds, bytes. */
        Row lessIsBetter(List<Double> measured, List<Double> referred) {
            return row(measured, referred, Spread.ofRatios(referred, measured));
        }

        private Row row(List<Double> measured, List<Double> referred, Spread ratio) {
            return new Row(measure, unit, Spread.of(measured), reference, Spread.of(referred), ratio, null);
        }
    }

    Row ratioAtLeast(double least) {
        return aiming(
                String.format(Locale.ROOT, "≥ %.0f %% of the reference", least * 100),
                row -> row.ratio.median() >= least);
    }

    Row atMost(double most) {
        return aiming(
                String.format(Locale.ROOT, "≤ %s %s", Table.figure(most), unit), row -> row.measured.median() <= most);
    }

    private Row aiming(String words, Predicate<Row> met) {
        return new Row(measure, unit, measured, reference, referred, ratio, new Aim(words, met.test(this)));
    }
}
