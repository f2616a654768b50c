package eu.mieux.chassis.identity;

import eu.mieux.chassis.http.Order;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A way along an index on which the rows of a page are looked for: those that begin alike, in the order of the list, so many at most.
 * What narrows a list to many is met on one of its ways; what no way meets is not much, and is looked up and sorted
 * ({@link #all}). So a page costs no more, however long the list, and the planner, which knows nothing of what goes with what,
 * cannot choose to read it all.
 *
 * @param rows of which table, with an alias: {@code request r}
 * @param id its column with the id of the list's rows
 * @param start how the rows on the way begin: what the index has before the keys of the order
 * @param parameters those of the start
 * @param most how far it is gone
 * @param isWhole whether the way has all that the list is narrowed to and nothing else, so that nothing is left to look up
 */
public record Walk(
        String rows, String id, List<Start> start, Map<String, Object> parameters, int most, boolean isWhole) {

    private static final String FROM = " from ";

    /** A column, and what it is: SQL with parameters. */
    public record Start(String column, String value) {

        /** Said as a range, or the planner would pass over the index: what is one value it need not be ordered by. */
        String condition() {
            return "%s between %s and %s".formatted(column, value, value);
        }
    }

    /** Those on the way that are of the list. */
    String sql(String select, String conditions, Order.Part part) {
        List<String> keys = keys(part);
        String place = part.beyond(
                        keys,
                        Stream.concat(start.stream().map(Start::value), part.after().stream())
                                .toList())
                .map(" and "::concat)
                .orElse("");
        String walked = "select %s from %s where %s%s%s order by %s limit %s"
                .formatted(
                        named(keys),
                        rows,
                        part.ofThese(),
                        start.stream().map(one -> " and " + one.condition()).collect(Collectors.joining()),
                        place,
                        part.order(keys),
                        isWhole ? ":limit" : most);
        String alias = alias(select);
        return "%s from (%s) walked cross join lateral (select * from %s where %s.id = walked.key%d offset 0) %s where %s order by %s limit :limit"
                .formatted(
                        columns(select),
                        walked,
                        table(select),
                        alias,
                        keys.size() - 1,
                        alias,
                        conditions,
                        part.order(names(keys)));
    }

    /** All rows of the list from there on: materialized, or the planner would rather walk. */
    static String all(String select, String conditions, Order.Part part) {
        String alias = alias(select);
        return "with %s as materialized (select %s.* from %s where %s and %s) %s from %s order by %s limit :limit"
                .formatted(
                        alias,
                        alias,
                        table(select),
                        conditions,
                        part.condition(),
                        columns(select),
                        alias,
                        part.order());
    }

    private List<String> keys(Order.Part part) {
        List<String> own = part.keys().subList(0, part.keys().size() - 1);
        return Stream.of(start.stream().map(Start::column), own.stream(), Stream.of(id))
                .flatMap(keys -> keys)
                .toList();
    }

    private static String named(List<String> keys) {
        return IntStream.range(0, keys.size())
                .mapToObj(i -> "%s as key%d".formatted(keys.get(i), i))
                .collect(Collectors.joining(", "));
    }

    private static List<String> names(List<String> keys) {
        return IntStream.range(0, keys.size()).mapToObj(i -> "walked.key" + i).toList();
    }

    private static String columns(String select) {
        return select.substring(0, select.indexOf(FROM));
    }

    private static String table(String select) {
        return select.substring(select.indexOf(FROM) + FROM.length());
    }

    /** The last word. */
    private static String alias(String select) {
        return select.substring(select.lastIndexOf(' ') + 1);
    }
}
