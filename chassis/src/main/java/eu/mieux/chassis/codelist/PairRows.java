package eu.mieux.chassis.codelist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Understands {@code <first>,<second>,valid_from,valid_to,<attributes>}: which codes of one list go with which codes of
 * another, and when. Both columns must be references, so that labels can be made of the labels of both ends.
 */
final class PairRows {

    private final Table table;
    private final String first;
    private final String second;
    private final CodeList firstList;
    private final CodeList secondList;

    PairRows(Table table, References references, Map<String, CodeList> lists) {
        this.table = table;
        if (table.header().size() < 2) {
            throw FacilityMalformed.at(table.file(), 1, "the header must begin with code, or with two references.");
        }
        this.first = table.header().get(0);
        this.second = table.header().get(1);
        table.requireStart(List.of(first, second, Table.VALID_FROM, Table.VALID_TO));
        this.firstList = references.target(table, first, lists);
        this.secondList = references.target(table, second, lists);
    }

    CodeList read() {
        List<String> columns = new ArrayList<>(List.of(first, second));
        columns.addAll(table.header().subList(4, table.header().size()));
        Periods periods = new Periods(table);
        List<Code> codes = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            String code = table.cell(row, first) + ":" + table.cell(row, second);
            Validity validity = periods.next(row, code);
            Code left = end(row, first, firstList, validity);
            Code right = end(row, second, secondList, validity);
            codes.add(new Code(code, validity, labels(left, right), table.cells(row, columns)));
        }
        return new CodeList(table.list(), columns, codes);
    }

    private static Map<String, String> labels(Code left, Code right) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String language : left.labels().keySet()) {
            labels.put(language, left.label(Locale.of(language)) + " – " + right.label(Locale.of(language)));
        }
        return labels;
    }

    /** The code as it was called when the pair began to hold. */
    private Code end(Table.Row row, String column, CodeList list, Validity pair) {
        String code = table.cell(row, column);
        LocalDate begin = pair.from() == null ? LocalDate.MIN : pair.from();
        return list.find(code, begin)
                .or(() -> list.find(code))
                .orElseThrow(() -> table.malformed(row, column, References.unknown(code, list)));
    }
}
