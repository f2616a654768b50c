package eu.mieux.chassis.history;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a record's history tells: of which tables, which columns. What is not named here is not told, so that a column that is
 * added later, or a person's data, get out by nobody's oversight.
 *
 * <pre>{@code
 * Told.of("request", "title", "status").and("opinion", "institution").andWhich("contact", "id")
 * }</pre>
 *
 * <p>A change that is kept names the row's key with what became different ({@code record_change}); both are told, where they are
 * named here.
 */
public final class Told {

    private static final Pattern WORD = Pattern.compile("_([a-z])");

    private final Map<String, Part> parts;

    private Told(Map<String, Part> parts) {
        this.parts = parts;
    }

    /** @param anyhow whether a change is told by which none of the columns became different */
    private record Part(Set<String> columns, boolean anyhow) {}

    public static Told of(String table, String... itsColumns) {
        return new Told(Map.of()).and(table, itsColumns);
    }

    /** And of this table these columns, when one of them became different. */
    public Told and(String table, String... itsColumns) {
        return with(table, new Part(Set.of(itsColumns), false));
    }

    /** And of this table that something was added, changed or removed, and which by its key; no more. */
    public Told andWhich(String table, String... itsKey) {
        return with(table, new Part(Set.of(itsKey), true));
    }

    private Told with(String table, Part part) {
        Map<String, Part> more = new HashMap<>(parts);
        more.put(table, part);
        return new Told(Map.copyOf(more));
    }

    /** The change of a row as it is told, in clients' words; empty when nothing of it is. */
    Optional<HistoryChange> tell(
            String table, @Nullable Map<String, Object> before, @Nullable Map<String, Object> after) {
        Part part = parts.get(table);
        if (part == null) {
            return Optional.empty();
        }
        Set<String> itsColumns = part.columns();
        if (before != null && after != null && !part.anyhow() && noneDiffers(itsColumns, before, after)) {
            return Optional.empty();
        }
        return Optional.of(
                new HistoryChange(table.replace('_', '-'), fields(itsColumns, before), fields(itsColumns, after)));
    }

    private static boolean noneDiffers(Set<String> itsColumns, Map<String, Object> before, Map<String, Object> after) {
        return itsColumns.stream().allMatch(column -> Objects.equals(before.get(column), after.get(column)));
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
