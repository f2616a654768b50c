package eu.mieux.preimplementation.document;

import java.util.List;
import java.util.Locale;

/**
 * A part of a document, in the order in which it is read. What it is made of is text; how it looks is the writers' affair. Public,
 * as the form of the PDF calls it.
 */
public sealed interface Block {

    /** What the form chooses by. */
    default String kind() {
        return getClass().getSimpleName();
    }

    /**
     * A heading.
     *
     * @param level 1 for a section, 2 for a part of one
     */
    record Heading(int level, String text) implements Block {}

    /** Text as it was written, line by line. */
    record Prose(List<Line> lines) implements Block {}

    /** What stands where nothing has been written. */
    record Nothing(String text) implements Block {}

    /** A table; every row has as many cells as there are columns. */
    record Table(List<Column> columns, List<Row> rows) implements Block {

        /** Whether its columns have titles. */
        public boolean titled() {
            return columns.stream().anyMatch(column -> !column.title().isEmpty());
        }
    }

    /** Which Activity takes which months. */
    record Bars(List<Span> years, List<String> months, List<Bar> bars) implements Block {}

    /**
     * A line of text.
     *
     * @param rtl whether it is read from right to left
     */
    record Line(String text, boolean rtl) {}

    /**
     * A column.
     *
     * @param share of the table's width, in percent
     * @param number whether what stands in it is set to the right
     */
    record Column(String title, int share, boolean number) {}

    /** A row, whose cells all look alike. */
    record Row(Style style, List<Cell> cells) {

        /** Of letters in a cell; a longer row may be cut by the end of a page, or it would leave half of one empty. */
        private static final int SHORT = 600;

        /** Whether it is to stay on one page. */
        public boolean together() {
            return cells.stream()
                    .allMatch(cell -> cell.lines().stream()
                                    .mapToInt(line -> line.text().length())
                                    .sum()
                            <= SHORT);
        }

        /** What the form calls the style. */
        public String look() {
            return style.name().toLowerCase(Locale.ROOT) + (together() ? " together" : "");
        }
    }

    /** What a row is for. */
    enum Style {
        PLAIN,
        /** What its first cell says is what the others are about. */
        LEVEL,
        GROUP,
        TOTAL
    }

    /** What stands in a cell. */
    record Cell(List<Line> lines, boolean number) {}

    /** A year over so many months. */
    record Span(String title, int months) {}

    /** An Activity's months, one for each column. */
    record Bar(Line title, List<Boolean> months) {}
}
