package eu.mieux.preimplementation.document;

import eu.mieux.preimplementation.content.Budget;
import eu.mieux.preimplementation.content.BudgetLine;
import eu.mieux.preimplementation.content.FicheContent;
import eu.mieux.preimplementation.content.Risk;
import eu.mieux.preimplementation.content.Section;
import eu.mieux.preimplementation.document.Block.Style;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands in each section of a fiche. */
final class Sections {

    private final FicheContent content;
    private final Words words;
    private final Collection<String> categories;

    /** @param categories of the budget, in their order */
    Sections(FicheContent content, Words words, Collection<String> categories) {
        this.content = content;
        this.words = words;
        this.categories = categories;
    }

    List<Block> all() {
        List<Block> blocks = new ArrayList<>();
        for (Section section : Section.values()) {
            blocks.add(new Block.Heading(1, words.label("fiche-sections", section.name())));
            List<Block> its = blocks(section);
            blocks.addAll(its.isEmpty() ? List.of(new Block.Nothing(words.get("nothing"))) : its);
        }
        return blocks;
    }

    private List<Block> blocks(Section section) {
        return switch (section) {
            case CLASSIFICATION -> classification();
            case CONTEXT -> prose(content.context());
            case LOGFRAME -> new Logframe(content, words).blocks();
            case ACTIVITIES -> new Plan(content.activities(), words).blocks();
            case BUDGET -> budget();
            case RISKS -> risks();
            case CROSS_CUTTING -> crossCutting();
            case SDG_TARGETS -> targets();
            case VISIBILITY -> prose(content.visibility());
        };
    }

    private List<Block> classification() {
        TableRows rows = new TableRows()
                .column("", 25)
                .column("", 75)
                .row(words.get("region"), words.label("regions", content.region()))
                .row(words.get("pillar"), words.label("pillars", content.pillar()))
                .row(
                        words.get("themes"),
                        content.themes().stream()
                                .map(theme -> words.label("themes", theme))
                                .collect(Collectors.joining("; ")));
        return rows.blocks();
    }

    private List<Block> budget() {
        if (content.budget().isEmpty()) {
            return List.of();
        }
        TableRows rows = new TableRows()
                .column(words.get("item"), 40)
                .column(words.get("unit"), 12)
                .number(words.get("quantity"), 12)
                .number(words.get("unitCost"), 18)
                .number(words.get("amount"), 18);
        Budget budget = new Budget(content.budget());
        // A category that the list no longer has comes last.
        List<String> order = new ArrayList<>(categories);
        content.budget().stream()
                .map(BudgetLine::category)
                .distinct()
                .filter(category -> !categories.contains(category))
                .forEach(order::add);
        budget.byCategory(order).forEach((category, lines) -> {
            String title = words.label("budget-categories", category);
            rows.row(Style.GROUP, title, "", "", "", "");
            lines.forEach(line -> rows.row(
                    line.label(),
                    text(line.unit()),
                    words.number(line.quantity()),
                    words.euros(line.unitCost()),
                    words.euros(line.amount())));
            rows.row(Style.TOTAL, words.get("subtotal", title), "", "", "", words.euros(new Budget(lines).total()));
        });
        return rows.row(Style.GROUP, words.get("total"), "", "", "", words.euros(budget.total()))
                .blocks();
    }

    private List<Block> risks() {
        TableRows rows = new TableRows()
                .column(words.get("risk"), 38)
                .column(words.get("likelihood"), 12)
                .column(words.get("impact"), 12)
                .column(words.get("mitigation"), 38);
        for (Risk risk : content.risks()) {
            rows.row(
                    risk.description(),
                    words.label("risk-levels", risk.likelihood()),
                    words.label("risk-levels", risk.impact()),
                    text(risk.mitigation()));
        }
        return rows.blocks();
    }

    private List<Block> crossCutting() {
        Map<String, @Nullable String> issues = new LinkedHashMap<>();
        issues.put("gender", content.gender());
        issues.put("humanRights", content.humanRights());
        issues.put("environment", content.environment());
        issues.put("crossCutting", content.crossCutting());
        List<Block> blocks = new ArrayList<>();
        issues.forEach((issue, text) -> {
            List<Block> its = prose(text);
            if (!its.isEmpty()) {
                blocks.add(new Block.Heading(2, words.get(issue)));
                blocks.addAll(its);
            }
        });
        return blocks;
    }

    private List<Block> targets() {
        TableRows rows = new TableRows().column(words.get("sdgTarget"), 12).column(words.get("sdgWording"), 88);
        content.sdgTargets().forEach(target -> rows.row(target, words.label("sdg-targets", target)));
        return rows.blocks();
    }

    private static List<Block> prose(@Nullable String text) {
        List<Block.Line> lines = Texts.lines(text);
        return lines.isEmpty() ? List.of() : List.of(new Block.Prose(lines));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
