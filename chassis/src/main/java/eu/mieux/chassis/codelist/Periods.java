package eu.mieux.chassis.codelist;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the validity of row after row, and refuses two rows of one code that hold on the same day. */
final class Periods {

    private final Table table;
    private final Map<String, List<Validity>> seen = new HashMap<>();

    Periods(Table table) {
        this.table = table;
    }

    Validity next(Table.Row row, String code) {
        Validity validity = validity(row);
        List<Validity> others = seen.computeIfAbsent(code, c -> new ArrayList<>(1));
        for (Validity other : others) {
            if (other.overlaps(validity)) {
                throw table.malformed(
                        row,
                        Table.VALID_FROM,
                        "%s holds from %s already; the rows of one code may not overlap.".formatted(code, other));
            }
        }
        others.add(validity);
        return validity;
    }

    private Validity validity(Table.Row row) {
        LocalDate from = date(row, Table.VALID_FROM);
        LocalDate to = date(row, Table.VALID_TO);
        if (from == null && to == null) {
            return Validity.ALWAYS;
        }
        try {
            return new Validity(from, to);
        } catch (IllegalArgumentException e) {
            throw table.malformed(row, Table.VALID_TO, "it %s.".formatted(e.getMessage()));
        }
    }

    private @Nullable LocalDate date(Table.Row row, String column) {
        String cell = table.cell(row, column);
        if (cell.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(cell);
        } catch (DateTimeException e) {
            throw table.malformed(row, column, "\"%s\" is no date; write YYYY-MM-DD.".formatted(cell));
        }
    }
}
