package eu.mieux.monitoring.figure;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact number, in lowest terms with a positive denominator. Figures are fractions until they are shown: 1 ÷ 3 of
 * something is never 0.333.
 */
record Fraction(BigInteger numerator, BigInteger denominator) {

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    Fraction {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("A fraction of nothing");
        }
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    static Fraction of(BigDecimal value) {
        return value.scale() <= 0
                ? new Fraction(value.toBigIntegerExact(), BigInteger.ONE)
                : new Fraction(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    Fraction minus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).subtract(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Fraction over(Fraction other) {
        return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** As percent of another: 16 of 64 is 25. */
    Fraction percentOf(Fraction other) {
        Fraction ratio = over(other);
        return new Fraction(ratio.numerator.multiply(HUNDRED), ratio.denominator);
    }

    /** By how many percent this differs from what was: 64 after 55 is 16.3636… */
    Fraction percentChangeFrom(Fraction before) {
        return minus(before).percentOf(before);
    }

    int signum() {
        return numerator.signum();
    }

    /** Without idle zeros, and never in scientific notation. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
