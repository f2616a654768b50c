package eu.mieux.chassis.codelist;

import eu.mieux.chassis.http.Cursor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A named list of codes, in the order of its file. A list of pairs ("which instruments cover which countries") is a code
 * list too: its code is {@code <first>:<second>} and both ends are attributes.
 */
public final class CodeList {

    private final String name;
    private final List<String> columns;
    private final List<Code> rows;
    private final Map<String, List<Code>> byCode;
    private final Map<String, Map<String, List<Code>>> byAttribute = new ConcurrentHashMap<>();

    CodeList(String name, List<String> columns, List<Code> rows) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
        Map<String, List<Code>> index = new LinkedHashMap<>();
        for (Code row : rows) {
            index.computeIfAbsent(row.code(), code -> new ArrayList<>(1)).add(row);
        }
        this.byCode = Collections.unmodifiableMap(index);
    }

    public String name() {
        return name;
    }

    /** The attribute columns. */
    public List<String> columns() {
        return columns;
    }

    /** Every row of every date. */
    public List<Code> rows() {
        return rows;
    }

    /** The rows that hold on that day. */
    public List<Code> on(LocalDate day) {
        return holding(rows, day);
    }

    /** Every code, whether it holds today or not. */
    public Set<String> codes() {
        return byCode.keySet();
    }

    /** Whether the code exists at all: what a history that is brought in must satisfy. */
    public boolean contains(String code) {
        return byCode.containsKey(code);
    }

    /** Whether the code holds on that day. */
    public boolean contains(String code, LocalDate on) {
        return find(code, on).isPresent();
    }

    /** The latest row of the code, for a label when no date matters. */
    public Optional<Code> find(String code) {
        return Optional.ofNullable(byCode.get(code)).map(List::getLast);
    }

    /** The one row of the code that holds on that day. */
    public Optional<Code> find(String code, LocalDate on) {
        return holding(byCode.getOrDefault(code, List.of()), on).stream().findFirst();
    }

    /** The rows whose attribute has that value, of every date. */
    public List<Code> where(String column, String value) {
        return byAttribute.computeIfAbsent(column, this::index).getOrDefault(value, List.of());
    }

    /** The rows whose attribute has that value and that hold on that day. */
    public List<Code> where(String column, String value, LocalDate on) {
        return holding(where(column, value), on);
    }

    /** The rows that follow the one where a page ended. */
    List<Code> after(Cursor cursor) {
        return cursor.after(rows, Code::cursor);
    }

    private Map<String, List<Code>> index(String column) {
        if (!columns.contains(column)) {
            throw new IllegalArgumentException(
                    "Code list %s has no column %s, only %s.".formatted(name, column, columns));
        }
        Map<String, List<Code>> index = new HashMap<>();
        for (Code row : rows) {
            row.attribute(column)
                    .ifPresent(value -> index.computeIfAbsent(value, v -> new ArrayList<>(1))
                            .add(row));
        }
        return index;
    }

    private static List<Code> holding(List<Code> rows, LocalDate day) {
        return rows.stream().filter(row -> row.validity().includes(day)).toList();
    }
}
