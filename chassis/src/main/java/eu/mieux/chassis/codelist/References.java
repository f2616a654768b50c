package eu.mieux.chassis.codelist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code reference.<list>.<column>=<list>}: every value of that column is a code of that other list. */
final class References {

    private static final String PREFIX = "reference.";

    private final FacilityFile facility;
    private final Map<String, Table> tables = new HashMap<>();

    References(FacilityFile facility, List<Table> tables) {
        this.facility = facility;
        tables.forEach(table -> this.tables.put(table.list(), table));
    }

    /** The list that the column of the table refers to. */
    CodeList target(Table table, String column, Map<String, CodeList> lists) {
        String key = PREFIX + table.list() + "." + column;
        String name = facility.values().get(key);
        if (name == null) {
            throw FacilityMalformed.at(
                    table.file(),
                    1,
                    column,
                    "a list without codes pairs two others; say which by %s=<list> in %s."
                            .formatted(key, FacilityFile.NAME));
        }
        return list(key, name, lists);
    }

    /** Refuses the first value that is no code of the list it refers to. */
    void check(Map<String, CodeList> lists) {
        facility.values().forEach((key, target) -> {
            if (key.startsWith(PREFIX)) {
                check(key, list(key, target, lists));
            }
        });
    }

    static String unknown(String code, CodeList list) {
        return "\"%s\" is no code of %s.csv.".formatted(code, list.name());
    }

    private void check(String key, CodeList target) {
        String path = key.substring(PREFIX.length());
        int dot = path.indexOf('.');
        Table table = dot < 0 ? null : tables.get(path.substring(0, dot));
        String column = path.substring(dot + 1);
        if (table == null || !table.header().contains(column)) {
            throw facility.malformed(key, "there is no such list and column; write reference.<list>.<column>=<list>.");
        }
        for (Table.Row row : table.rows()) {
            String code = table.cell(row, column);
            if (!code.isEmpty() && !target.contains(code)) {
                throw table.malformed(row, column, unknown(code, target));
            }
        }
    }

    private CodeList list(String key, String name, Map<String, CodeList> lists) {
        CodeList list = lists.get(name);
        if (list == null) {
            throw facility.malformed(key, "there is no list %s.csv.".formatted(name));
        }
        return list;
    }
}
