package eu.mieux.preimplementation.reference;

import java.time.Year;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request's reference, {@code YYYY-NN}: year of submission in the facility's time zone and the next number of that year,
 * at least two digits and no more zeros than that. It stays with the Action for life.
 */
public record Reference(Year year, int number) {

    public static final Pattern FORM = Pattern.compile("(\\d{4})-(0[1-9]|[1-9]\\d{1,5})");

    public Reference {
        if (number < 1) {
            throw new IllegalArgumentException("References count from 1, not from " + number);
        }
    }

    public static Reference of(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text + " is not a reference of the form YYYY-NN");
        }
        return new Reference(Year.parse(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s-%02d", year, number);
    }
}
