package eu.mieux.implementation.portfolio;

import eu.mieux.chassis.bulk.Row;
import eu.mieux.chassis.bulk.RowError;
import eu.mieux.chassis.codelist.CodeLists;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the coded cells of a row. A history may bear any code that ever held. */
@ApplicationScoped
public class Cells {

    /** What an index can hold, however the key is written. */
    private static final int LONGEST_KEY = 300;

    private final CodeLists codes;

    Cells(CodeLists codes) {
        this.codes = codes;
    }

    public @Nullable String code(Row row, String column, String list) {
        return row.code(column, codes.list(list)::contains, "A code of the list " + list + ".");
    }

    public String required(Row row, String column, String list) {
        return row.requiredCode(column, codes.list(list)::contains, "A code of the list " + list + ".");
    }

    public List<String> codes(Row row, String column, String list) {
        return row.codes(
                column, codes.list(list)::contains, "Codes of the list %s, separated by semicolons.".formatted(list));
    }

    /** What names a record among others: the key of the one that the row refers to, a title. */
    public String key(Row row, String column) {
        String key = row.required(column);
        tooLong(row, column, key);
        return key;
    }

    /** As {@link #key}, for a reference that may be empty. */
    public @Nullable String optionalKey(Row row, String column) {
        String key = row.text(column);
        if (key != null) {
            tooLong(row, column, key);
        }
        return key;
    }

    private static void tooLong(Row row, String column, String key) {
        if (key.length() > LONGEST_KEY) {
            row.reject(
                    column,
                    RowError.TOO_LARGE,
                    "The key has %,d characters.".formatted(key.length()),
                    "At most %d.".formatted(LONGEST_KEY));
        }
    }

    public @Nullable String provenance(Row row) {
        return code(row, "provenance", "provenances");
    }
}
