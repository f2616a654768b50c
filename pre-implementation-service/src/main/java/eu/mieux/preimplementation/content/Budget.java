package eu.mieux.preimplementation.content;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the lines of a budget come to. Exact decimals, euros. */
public final class Budget {

    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

    private final List<BudgetLine> lines;

    public Budget(List<BudgetLine> lines) {
        this.lines = lines;
    }

    /** What a category comes to. */
    @Schema(name = "BudgetSubtotal")
    public record Subtotal(
            String category, @Schema(examples = "3500.00") String amount) {}

    public String total() {
        return sum(lines).toPlainString();
    }

    /** The lines by category, in the order of these codes; a category without lines is left out. */
    public Map<String, List<BudgetLine>> byCategory(Collection<String> order) {
        Map<String, List<BudgetLine>> found = new LinkedHashMap<>();
        for (String category : order) {
            List<BudgetLine> its = lines.stream()
                    .filter(line -> line.category().equals(category))
                    .toList();
            if (!its.isEmpty()) {
                found.put(category, its);
            }
        }
        return found;
    }

    /** In the order in which the categories first come. */
    public List<Subtotal> subtotals() {
        List<String> order = lines.stream().map(BudgetLine::category).distinct().toList();
        return byCategory(order).entrySet().stream()
                .map(category -> new Subtotal(category.getKey(), new Budget(category.getValue()).total()))
                .toList();
    }

    private static BigDecimal sum(List<BudgetLine> lines) {
        return lines.stream().map(BudgetLine::euros).reduce(NOTHING, BigDecimal::add);
    }
}
