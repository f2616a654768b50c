package eu.mieux.preimplementation.document;

import eu.mieux.preimplementation.document.Block.Cell;
import eu.mieux.preimplementation.document.Block.Column;
import eu.mieux.preimplementation.document.Block.Row;
import eu.mieux.preimplementation.document.Block.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts a table together, row by row. */
final class TableRows {

    private final List<Column> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    TableRows column(String title, int share) {
        columns.add(new Column(title, share, false));
        return this;
    }

    TableRows number(String title, int share) {
        columns.add(new Column(title, share, true));
        return this;
    }

    TableRows row(String... cells) {
        return row(Style.PLAIN, cells);
    }

    TableRows row(Style style, String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "%d cells for %d columns: %s".formatted(cells.length, columns.size(), Arrays.toString(cells)));
        }
        List<Cell> made = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            made.add(new Cell(Texts.lines(cells[i]), columns.get(i).number()));
        }
        rows.add(new Row(style, List.copyOf(made)));
        return this;
    }

    /** The table; nothing when it has no rows. */
    List<Block> blocks() {
        return rows.isEmpty() ? List.of() : List.of(new Block.Table(List.copyOf(columns), List.copyOf(rows)));
    }
}
