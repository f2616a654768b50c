package eu.mieux.chassis.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a record and its parts say at one time, put together from the changes that led there, in their order. */
final class Standing {

    private final Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();

    /** A row is found by what it said before the change: changes that were kept without the row's key lead there too. */
    void change(String table, @Nullable Map<String, Object> before, @Nullable Map<String, Object> after) {
        List<Map<String, Object>> ofTable = rows.computeIfAbsent(table, _ -> new ArrayList<>());
        if (before == null) {
            if (after != null) {
                ofTable.add(new HashMap<>(after));
            }
            return;
        }
        Predicate<Map<String, Object>> same = row -> row.entrySet().containsAll(before.entrySet());
        if (after == null) {
            ofTable.stream().filter(same).findFirst().ifPresent(ofTable::remove);
        } else {
            ofTable.stream().filter(same).findFirst().ifPresent(row -> row.putAll(after));
        }
    }

    /** As if it had come about at once. */
    List<HistoryChange> tell(Told told) {
        List<HistoryChange> changes = new ArrayList<>();
        rows.forEach((table, ofTable) -> ofTable.stream()
                .map(row -> told.tell(table, null, row))
                .flatMap(Optional::stream)
                .forEach(changes::add));
        return changes;
    }
}
