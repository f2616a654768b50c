package eu.mieux.monitoring.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** How an exact number is shown. Halves go up, away from zero where the number is negative. */
public enum Rounding {
    INTEGER(0),
    ONE_DECIMAL(1),
    /** As it was recorded, without idle zeros at its end. */
    NONE(-1);

    private final int decimals;

    Rounding(int decimals) {
        this.decimals = decimals;
    }

    /** The name in the API and in {@code expected-figures.csv}: {@code one-decimal}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    BigDecimal show(Fraction exact) {
        BigDecimal numerator = new BigDecimal(exact.numerator());
        BigDecimal denominator = new BigDecimal(exact.denominator());
        if (this != NONE) {
            return numerator.divide(denominator, decimals, RoundingMode.HALF_UP);
        }
        return Fraction.plain(numerator.divide(denominator));
    }
}
