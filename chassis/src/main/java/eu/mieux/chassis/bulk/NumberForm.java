package eu.mieux.chassis.bulk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one way in which a number is written in a cell, and what is wrong with the others. */
final class NumberForm {

    private static final int MOST_DIGITS = 20;
    private static final int MOST_DECIMALS = 10;
    /** More digits than any {@code int} has: not worth to be computed with. */
    private static final int DIGITS_OF_AN_INT = 10;

    private static final Pattern WHOLE = Pattern.compile("-?\\d+");
    private static final Pattern DECIMAL = Pattern.compile("-?(?<digits>\\d+)(?:\\.(?<decimals>\\d+))?");
    /** {@code 007} and {@code -0} are other ways to write 7 and 0. */
    private static final Pattern SUPERFLUOUS = Pattern.compile("-?0\\d.*|-0(\\.0+)?");

    private NumberForm() {}

    /** What is said after the quoted value, and what would be right. */
    record Fault(String message, String remedy) {}

    static Optional<Fault> ofWhole(String text, int min, int max) {
        String remedy = "A whole number from %d to %d.".formatted(min, max);
        if (!WHOLE.matcher(text).matches()) {
            return Optional.of(new Fault("is not a whole number.", remedy));
        }
        if (SUPERFLUOUS.matcher(text).matches()) {
            return Optional.of(superfluous());
        }
        boolean negative = text.startsWith("-");
        long number = text.length() > DIGITS_OF_AN_INT + 1
                ? negative ? Long.MIN_VALUE : Long.MAX_VALUE
                : Long.parseLong(text);
        if (number < min) {
            return Optional.of(new Fault("is too small.", remedy));
        }
        return number > max ? Optional.of(new Fault("is too large.", remedy)) : Optional.empty();
    }

    static Optional<Fault> ofDecimal(String text) {
        Matcher parts = DECIMAL.matcher(text);
        if (!parts.matches()) {
            return Optional.of(new Fault("is not a number.", "Digits, with a point before decimals: 3750 or 12.5."));
        }
        if (SUPERFLUOUS.matcher(text).matches()) {
            return Optional.of(superfluous());
        }
        if (parts.group("digits").length() > MOST_DIGITS) {
            return Optional.of(new Fault(
                    text.startsWith("-") ? "is too small." : "is too large.",
                    "At most %d digits before the point.".formatted(MOST_DIGITS)));
        }
        String decimals = parts.group("decimals");
        return decimals != null && decimals.length() > MOST_DECIMALS
                ? Optional.of(new Fault("has too many decimals.", "At most %d.".formatted(MOST_DECIMALS)))
                : Optional.empty();
    }

    private static Fault superfluous() {
        return new Fault("has a zero or a sign too many.", "7 and not 007, 0 and not -0.");
    }
}
