package eu.mieux.chassis.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a record's history tells: of which tables, which columns. What is not named here is not told, so that a column that is
 * added later, or a person's data, get out by nobody's oversight.
 *
 * <pre>{@code
 * Told.of("request", "title", "status").and("opinion", "institution").and("contact")
 * }</pre>
 *
 * <p>Of a table without columns it is told that something was added, changed or removed, and no more.
 */
public final class Told {

    private static final Pattern WORD = Pattern.compile("_([a-z])");

    private final Map<String, Set<String>> columns;

    private Told(Map<String, Set<String>> columns) {
        this.columns = columns;
    }

    public static Told of(String table, String... itsColumns) {
        return new Told(Map.of()).and(table, itsColumns);
    }

    public Told and(String table, String... itsColumns) {
        Map<String, Set<String>> more = new HashMap<>(columns);
        more.put(table, Set.of(itsColumns));
        return new Told(Map.copyOf(more));
    }

    /** The change of a row as it is told, in clients' words; empty when nothing of it is. */
    Optional<HistoryChange> tell(
            String table, @Nullable Map<String, Object> before, @Nullable Map<String, Object> after) {
        Set<String> itsColumns = columns.get(table);
        if (itsColumns == null) {
            return Optional.empty();
        }
        if (before != null && after != null && !itsColumns.isEmpty() && noneOf(itsColumns, before, after)) {
            return Optional.empty();
        }
        return Optional.of(
                new HistoryChange(table.replace('_', '-'), fields(itsColumns, before), fields(itsColumns, after)));
    }

    private static boolean noneOf(Set<String> itsColumns, Map<String, Object> before, Map<String, Object> after) {
        Set<String> different = new HashSet<>(before.keySet());
        different.addAll(after.keySet());
        different.retainAll(itsColumns);
        return different.isEmpty();
    }

    private static @Nullable Map<String, Object> fields(Set<String> itsColumns, @Nullable Map<String, Object> row) {
        if (row == null) {
            return null;
        }
        Map<String, Object> told = new LinkedHashMap<>();
        List<String> inOrder = itsColumns.stream().sorted().toList();
        inOrder.stream().filter(row::containsKey).forEach(column -> told.put(field(column), row.get(column)));
        return told;
    }

    /** {@code authority_keys} is {@code authorityKeys} to a client. */
    private static String field(String column) {
        return WORD.matcher(column).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
    }
}
