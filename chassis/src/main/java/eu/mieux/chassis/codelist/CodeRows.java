package eu.mieux.chassis.codelist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Understands {@code code,valid_from,valid_to,label_<language>…,<attributes>}. Lists of proper names, which nobody
 * translates, have one column {@code label} instead.
 */
final class CodeRows {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_+.-]*");

    private final Table table;
    private final List<String> labelColumns;
    private final List<Locale> languages;
    private final List<String> attributes;

    CodeRows(Table table, Facility facility) {
        this.table = table;
        this.languages = facility.languages();
        List<String> start = new ArrayList<>(List.of(Table.CODE, Table.VALID_FROM, Table.VALID_TO));
        List<String> translated =
                languages.stream().map(l -> "label_" + l.getLanguage()).toList();
        this.labelColumns = table.header().contains("label") ? List.of("label") : translated;
        start.addAll(labelColumns);
        table.requireStart(start);
        this.attributes = table.header().subList(start.size(), table.header().size());
    }

    CodeList read() {
        Periods periods = new Periods(table);
        List<Code> codes = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            String code = table.cell(row, Table.CODE);
            if (!CODE.matcher(code).matches()) {
                throw table.malformed(
                        row, Table.CODE, "\"%s\" is no code; use letters, digits, - and _.".formatted(code));
            }
            codes.add(new Code(code, periods.next(row, code), labels(row), table.cells(row, attributes)));
        }
        return new CodeList(table.list(), attributes, codes);
    }

    private Map<String, String> labels(Table.Row row) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < labelColumns.size(); i++) {
            String label = table.cell(row, labelColumns.get(i));
            if (label.isEmpty() || !label.equals(label.strip())) {
                throw table.malformed(row, labelColumns.get(i), "a label may not be empty or padded with spaces.");
            }
            labels.put(languages.get(i).getLanguage(), label);
        }
        return labels;
    }
}
