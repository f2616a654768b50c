package eu.mieux.preimplementation.content;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A line of the budget, in euros. Its amount is quantity × unit cost, to the cent.
 *
 * @param category code of the list {@code budget-categories}
 * @param unit what is counted: a day, a flight
 */
@Schema(name = "BudgetLine", additionalProperties = Schema.False.class)
public record BudgetLine(
        @Schema(maxLength = 300, pattern = "\\S") String label,
        String category,
        @Nullable String unit,

        @Schema(examples = "10", pattern = "\\d{1,6}(\\.\\d{1,2})?")
        String quantity,

        @Schema(examples = "350.00", pattern = "\\d{1,12}(\\.\\d{1,2})?")
        String unitCost,

        @Schema(examples = "3500.00", pattern = "\\d{1,12}(\\.\\d{1,2})?")
        String amount) {

    /** Told once in one way, so that the same money in other digits is no change. */
    public BudgetLine {
        quantity = new BigDecimal(quantity).stripTrailingZeros().toPlainString();
        unitCost = toTheCent(unitCost);
        amount = toTheCent(amount);
    }

    private static String toTheCent(String euros) {
        return new BigDecimal(euros).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    public BigDecimal euros() {
        return new BigDecimal(amount);
    }

    /** What so many at this price cost. */
    static BigDecimal product(String quantity, String unitCost) {
        return new BigDecimal(quantity).multiply(new BigDecimal(unitCost)).setScale(2, RoundingMode.HALF_UP);
    }
}
