package eu.mieux.preimplementation.document;

import eu.mieux.preimplementation.content.FicheContent;
import eu.mieux.preimplementation.content.Indicator;
import eu.mieux.preimplementation.content.Outcome;
import eu.mieux.preimplementation.content.Output;
import eu.mieux.preimplementation.document.Block.Style;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The intervention logic as the table that everybody knows: a row for each indicator, outputs below their outcome. */
final class Logframe {

    private final FicheContent content;
    private final Words words;
    private final TableRows rows;

    Logframe(FicheContent content, Words words) {
        this.content = content;
        this.words = words;
        this.rows = new TableRows()
                .column(words.get("statement"), 34)
                .column(words.get("indicator"), 22)
                .column(words.get("baseline"), 12)
                .column(words.get("target"), 12)
                .column(words.get("source"), 20);
    }

    List<Block> blocks() {
        String objective = content.objective();
        if (objective != null || !content.objectiveIndicators().isEmpty()) {
            level(
                    Style.LEVEL,
                    words.get("objective"),
                    objective == null ? "" : objective,
                    content.objectiveIndicators());
        }
        for (int i = 0; i < content.outcomes().size(); i++) {
            Outcome outcome = content.outcomes().get(i);
            String number = String.valueOf(i + 1);
            level(Style.LEVEL, words.get("outcome", number), outcome.statement(), outcome.measuredBy());
            for (int j = 0; j < outcome.handsOver().size(); j++) {
                Output output = outcome.handsOver().get(j);
                level(
                        Style.PLAIN,
                        words.get("output", number + "." + (j + 1)),
                        output.statement(),
                        output.measuredBy());
            }
        }
        return rows.blocks();
    }

    private void level(Style style, String title, String statement, List<Indicator> indicators) {
        String told = title + "\n" + statement;
        if (indicators.isEmpty()) {
            rows.row(style, told, "", "", "", "");
        }
        for (Indicator indicator : indicators) {
            rows.row(
                    style,
                    told,
                    indicator.statement(),
                    measure(indicator.baseline(), indicator.unit()),
                    measure(indicator.target(), indicator.unit()),
                    indicator.source() == null ? "" : indicator.source());
            told = "";
        }
    }

    private static String measure(@Nullable String value, @Nullable String unit) {
        if (value == null) {
            return "";
        }
        return unit == null ? value : value + " " + unit;
    }
}
