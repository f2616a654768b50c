package eu.mieux.monitoring.ledger;

import eu.mieux.chassis.bulk.Outcome;
import eu.mieux.chassis.bulk.PortfolioFile;
import eu.mieux.chassis.bulk.Row;
import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.monitoring.figure.Rounding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code expected-figures.csv}. Its key is figure, year, note and source: one report may print a figure in two places. */
@ApplicationScoped
class PrintedFiguresFile implements PortfolioFile<PrintedFigure> {

    private static final List<String> COLUMNS =
            List.of("figure", "year", "note", "printed", "computed", "rounding", "verdict", "source");
    private static final Pattern FIGURE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private final PrintedFigures figures;
    private final CodeLists codes;

    PrintedFiguresFile(PrintedFigures figures, CodeLists codes) {
        this.figures = figures;
        this.codes = codes;
    }

    @Override
    public String name() {
        return "expected-figures";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public PrintedFigure read(Row row) {
        return new PrintedFigure(
                row.matching("figure", FIGURE, "The id of a figure, such as activities.total."),
                row.requiredInteger("year", FIRST_YEAR, LAST_YEAR),
                Objects.requireNonNullElse(row.text("note"), ""),
                row.required("printed"),
                computed(row),
                row.requiredCode(
                        "rounding",
                        code -> Arrays.stream(Rounding.values())
                                .anyMatch(r -> r.code().equals(code)),
                        "integer, one-decimal or none."),
                row.requiredCode(
                        "verdict",
                        codes.list("verdicts")::contains,
                        "One of %s."
                                .formatted(
                                        String.join(", ", codes.list("verdicts").codes()))),
                Objects.requireNonNullElse(row.text("source"), ""));
    }

    /** Kept as written, so that an export gives it back; that it is a number is checked. */
    private static @Nullable String computed(Row row) {
        row.decimal("computed");
        return row.text("computed");
    }

    @Override
    public String key(PrintedFigure printed) {
        return "%s %d %s | %s".formatted(printed.figure(), printed.year(), printed.note(), printed.source());
    }

    @Override
    public void keep(List<Line<PrintedFigure>> lines, Outcome outcome) {
        for (Line<PrintedFigure> line : lines) {
            switch (figures.keep(line.row())) {
                case CREATED -> outcome.created();
                case UPDATED -> outcome.updated();
                case UNCHANGED -> outcome.unchanged();
            }
        }
    }

    @Override
    public String exportQuery() {
        return """
                select figure, year, note, printed, computed, rounding, verdict, source
                from printed_figure
                order by figure collate "C", year, note collate "C", source collate "C\"""";
    }
}
