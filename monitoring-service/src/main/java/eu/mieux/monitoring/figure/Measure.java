package eu.mieux.monitoring.figure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** The ways in which a figure follows from base figures. */
sealed interface Measure {

    /** What a measure gives for a year: the two numbers it follows from, where there are such, and the exact value. */
    record Outcome(
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable Fraction value) {

        static final Outcome UNKNOWN = new Outcome(null, null, null);
    }

    Outcome of(int year, Tallies tallies);

    /** The tally of all records behind it, for the share of illustrative ones. */
    Tally behind(int year, Tallies tallies);

    /** A count or a sum; zero where there is nothing. */
    record Total(String base) implements Measure {
        @Override
        public Outcome of(int year, Tallies tallies) {
            BigDecimal quantity = tallies.at(year, base).quantity();
            return new Outcome(quantity, null, Fraction.of(quantity));
        }

        @Override
        public Tally behind(int year, Tallies tallies) {
            return tallies.at(year, base);
        }
    }

    /** A value that somebody stated for a year; unknown where nobody did. */
    record Stated(String base) implements Measure {
        @Override
        public Outcome of(int year, Tallies tallies) {
            return tallies.has(year, base) ? new Total(base).of(year, tallies) : Outcome.UNKNOWN;
        }

        @Override
        public Tally behind(int year, Tallies tallies) {
            return tallies.at(year, base);
        }
    }

    /** Percent of a whole; undefined where the whole is zero. */
    record Share(String part, String whole) implements Measure {
        @Override
        public Outcome of(int year, Tallies tallies) {
            BigDecimal numerator = tallies.at(year, part).quantity();
            BigDecimal denominator = tallies.at(year, whole).quantity();
            Fraction value =
                    denominator.signum() == 0 ? null : Fraction.of(numerator).percentOf(Fraction.of(denominator));
            return new Outcome(numerator, denominator, value);
        }

        @Override
        public Tally behind(int year, Tallies tallies) {
            return tallies.at(year, whole);
        }
    }

    /** Percent change against the year before: numerator is this year, denominator the one before; undefined where that is zero. */
    record Growth(String base) implements Measure {
        @Override
        public Outcome of(int year, Tallies tallies) {
            BigDecimal now = tallies.at(year, base).quantity();
            BigDecimal before = tallies.at(year - 1, base).quantity();
            Fraction value = before.signum() == 0 ? null : Fraction.of(now).percentChangeFrom(Fraction.of(before));
            return new Outcome(now, before, value);
        }

        @Override
        public Tally behind(int year, Tallies tallies) {
            return tallies.at(year, base).plus(tallies.at(year - 1, base));
        }
    }

    /** Percent change of a running total, whose records of this year include those of the year before. */
    record RunningGrowth(String base) implements Measure {
        @Override
        public Outcome of(int year, Tallies tallies) {
            return new Growth(base).of(year, tallies);
        }

        @Override
        public Tally behind(int year, Tallies tallies) {
            return tallies.at(year, base);
        }
    }

    /** The middle value, or halfway between the two in the middle; undefined where there is none. */
    record Median(String base) implements Measure {
        @Override
        public Outcome of(int year, Tallies tallies) {
            NavigableMap<Integer, Long> values = tallies.distribution(year, base);
            long count = values.values().stream().mapToLong(Long::longValue).sum();
            if (count == 0) {
                return Outcome.UNKNOWN;
            }
            long twice = (long) at(values, (count - 1) / 2) + at(values, count / 2);
            return new Outcome(null, null, new Fraction(BigInteger.valueOf(twice), BigInteger.TWO));
        }

        private static int at(NavigableMap<Integer, Long> values, long position) {
            long passed = 0;
            for (var entry : values.entrySet()) {
                passed += entry.getValue();
                if (position < passed) {
                    return entry.getKey();
                }
            }
            throw new IndexOutOfBoundsException(position);
        }

        @Override
        public Tally behind(int year, Tallies tallies) {
            return tallies.at(year, base);
        }
    }

    /** Miles (from kilometres) for each head; undefined where there is nobody. */
    record MilesPerHead(String kilometres, String heads) implements Measure {

        /** Kilometres in an international mile. */
        static final BigDecimal MILE = new BigDecimal("1.609344");

        private static final int NUMERATOR_DECIMALS = 6;

        @Override
        public Outcome of(int year, Tallies tallies) {
            BigDecimal travelled = tallies.at(year, kilometres).quantity();
            BigDecimal people = tallies.at(year, heads).quantity();
            Fraction miles = Fraction.of(travelled).over(Fraction.of(MILE));
            return new Outcome(
                    travelled.divide(MILE, NUMERATOR_DECIMALS, RoundingMode.HALF_UP),
                    people,
                    people.signum() == 0 ? null : miles.over(Fraction.of(people)));
        }

        @Override
        public Tally behind(int year, Tallies tallies) {
            return tallies.at(year, kilometres);
        }
    }
}
