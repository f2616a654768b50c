package eu.mieux.knowledge.channel;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** How many there were: a decimal number, kept as it was written ({@code 12.50} stays so), equal to another by its value. */
record DecimalText(String written) {

    static final String FORM = "(0|[1-9]\\d{0,19})(\\.\\d{1,10})?";
    private static final Pattern DECIMAL = Pattern.compile(FORM);

    DecimalText {
        if (!DECIMAL.matcher(written).matches()) {
            throw new IllegalArgumentException(written + " is not a decimal number of zero or more.");
        }
    }

    boolean hasTheValueOf(String other) {
        return new BigDecimal(written).compareTo(new BigDecimal(other)) == 0;
    }
}
