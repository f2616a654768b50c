package eu.mieux.chassis.http;

import eu.mieux.chassis.problem.InvalidFields;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items at most as many as asked for
 * @param next the cursor of the next page, null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public static final int MAX = 200;

    static final String ITEMS = "items";

    /** From one row more than asked for: its presence says that there is a next page. */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, Cursor> cursor) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, cursor.apply(items.getLast()).toString());
    }

    public <V> Page<V> map(Function<T, V> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }

    public static int limit(int asked) {
        return limit(asked, MAX);
    }

    public static int limit(int asked, int max) {
        if (asked < 1 || asked > max) {
            throw new InvalidFields("/limit", "Ask for 1 to %d items.".formatted(max));
        }
        return asked;
    }
}
