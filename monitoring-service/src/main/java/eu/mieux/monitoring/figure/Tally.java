package eu.mieux.monitoring.figure;

import java.math.BigDecimal;

/**
 * What was counted for one base figure and year.
 *
 * @param quantity the count or sum itself, exact
 * @param records how many records are behind it
 * @param illustrative how many of those are made up to complete a total
 */
record Tally(BigDecimal quantity, long records, long illustrative) {

    static final Tally NOTHING = new Tally(BigDecimal.ZERO, 0, 0);

    Tally plus(Tally other) {
        return new Tally(quantity.add(other.quantity), records + other.records, illustrative + other.illustrative);
    }
}
