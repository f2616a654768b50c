package eu.mieux.preimplementation.content;

import eu.mieux.chassis.problem.InvalidFields;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A line of the budget as it is sent: quantity and unit cost, or an amount, or all three if they agree. An amount alone is a
 * lump sum.
 *
 * @param category code of the list {@code budget-categories}; OTHER when absent
 * @param unit what is counted: a day, a flight
 * @param quantity with at most two places
 * @param unitCost euros, with at most two places
 * @param amount euros, with at most two places
 */
@Schema(name = "SaveBudgetLine")
public record GivenBudgetLine(
        @NotBlank(message = "Say what the money is for.") @Size(max = 300, message = "At most 300 characters.")
        String label,

        @Nullable String category,

        @Size(max = 100, message = "At most 100 characters.") @Nullable @Schema(examples = "day")
        String unit,

        @Pattern(
                regexp = "\\d{1,6}(\\.\\d{1,2})?",
                message = "Write how many with a point before the decimals: \"10\" or \"2.5\".")
        @Nullable
        @Schema(examples = "10")
        String quantity,

        @Pattern(regexp = EUROS, message = IN_EUROS) @Nullable @Schema(examples = "350.00")
        String unitCost,

        @Pattern(regexp = EUROS, message = IN_EUROS) @Nullable @Schema(examples = "3500.00")
        String amount) {

    private static final String EUROS = "\\d{1,12}(\\.\\d{1,2})?";
    private static final String IN_EUROS = "Write euros with a point before cents: \"1250.50\".";
    private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(12);

    /** Says what does not add up, and what would. */
    void check(InvalidFields.Check check, String at) {
        if (quantity != null && unitCost != null) {
            BigDecimal product = BudgetLine.product(quantity, unitCost);
            check.that(product.compareTo(TOO_MUCH) < 0, at + "/unitCost", "That is more than can be budgeted.");
            check.that(
                    amount == null || product.compareTo(new BigDecimal(amount)) == 0,
                    at + "/amount",
                    "%s × %s is %s, not %s.".formatted(quantity, unitCost, product.toPlainString(), amount));
        } else {
            check.that(
                    quantity == null,
                    at + "/unitCost",
                    "A quantity needs the cost of one; give both, or the amount alone.");
            check.that(
                    unitCost == null,
                    at + "/quantity",
                    "The cost of one needs a quantity; give both, or the amount alone.");
            check.that(
                    amount != null || quantity != null || unitCost != null,
                    at + "/amount",
                    "Say how much it is: quantity and unitCost, or the amount.");
        }
    }

    /** The line with nothing absent, once it has been checked. */
    BudgetLine settled() {
        String kind = category == null ? "OTHER" : category;
        if (quantity != null && unitCost != null) {
            String cost =
                    amount == null ? BudgetLine.product(quantity, unitCost).toPlainString() : amount;
            return new BudgetLine(label, kind, unit, quantity, unitCost, cost);
        }
        String cost = String.valueOf(amount);
        return new BudgetLine(label, kind, unit, "1", cost, cost);
    }
}
