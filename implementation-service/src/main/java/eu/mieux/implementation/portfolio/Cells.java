package eu.mieux.implementation.portfolio;

import eu.mieux.chassis.bulk.Row;
import eu.mieux.chassis.codelist.CodeLists;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the coded cells of a row. A history may bear any code that ever held. */
@ApplicationScoped
public class Cells {

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

    public @Nullable String provenance(Row row) {
        return code(row, "provenance", "provenances");
    }
}
