package eu.mieux.chassis.http;

import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In which order a list is answered, and from where on: by one key, what is alike by id, and what has no value last whichever
 * way round. A page is found by the keys of the row before it, so that it takes no longer the further on it is.
 */
public final class Order<R> {

    private static final String BACKWARDS = "-";
    private static final Pattern WORD_END = Pattern.compile("_([a-z])");

    private final String name;
    private final SortKey<R> by;
    private final SortKey<R> id;
    private final @Nullable Place from;

    /** Where the page before ended, by id and by what is sorted by; null when that row had no value. */
    private record Place(UUID id, @Nullable Object value) {}

    /**
     * A part of the list, in SQL: which rows, and in which order. Asked for one by one, each is read from an index.
     *
     * @param ofThese which rows there are in it at all, {@code true} for all
     * @param keys what they are ordered by, the id last
     * @param after what the keys of the row before them are, by the names of parameters; none at the beginning
     */
    public record Part(
            String ofThese,
            List<String> keys,
            List<String> after,
            Map<String, Object> parameters,
            boolean isBackwards) {

        /** What the rows must satisfy, {@code true} for all. */
        public String condition() {
            return beyond(keys, after).map(place -> ofThese + " and " + place).orElse(ofThese);
        }

        public String order() {
            return order(keys);
        }

        /** Where the rows after that one are, by these keys. */
        public Optional<String> beyond(List<String> by, List<String> values) {
            return after.isEmpty()
                    ? Optional.empty()
                    : Optional.of("(%s) %s (%s)"
                            .formatted(String.join(", ", by), isBackwards ? "<" : ">", String.join(", ", values)));
        }

        public String order(List<String> by) {
            String way = isBackwards ? " desc" : " asc";
            return by.stream().map(key -> key + way).collect(Collectors.joining(", "));
        }
    }

    private Order(String name, SortKey<R> by, SortKey<R> id, @Nullable Place from) {
        this.name = name;
        this.by = by;
        this.id = id;
        this.from = from;
    }

    /**
     * The order that a caller asks for.
     *
     * @throws InvalidFields when the list has no such order
     * @throws CursorOfAnotherOrder when the cursor was given out for another
     */
    public static <R, E extends Enum<E> & Sortable<R>> Order<R> of(
            Class<E> fields, String sort, @Nullable String cursor) {
        E[] known = fields.getEnumConstants();
        String field = sort.startsWith(BACKWARDS) ? sort.substring(BACKWARDS.length()) : sort;
        SortKey<R> by = Arrays.stream(known)
                .filter(one -> name(one.name()).equals(field))
                .map(Sortable::key)
                .findFirst()
                .orElseThrow(() -> new InvalidFields("/sort", remedy(known)));
        return new Order<>(sort, by, known[0].key(), place(by, sort, Cursor.of(cursor), known));
    }

    /** What can be asked for, by the names of an enum's constants: each field, and the same backwards. */
    public static List<String> names(Stream<String> constants) {
        return constants
                .map(Order::name)
                .flatMap(field -> Stream.of(field, BACKWARDS + field))
                .toList();
    }

    private static String name(String constant) {
        return WORD_END.matcher(constant.toLowerCase(Locale.ROOT))
                .replaceAll(end -> end.group(1).toUpperCase(Locale.ROOT));
    }

    private static String remedy(Enum<?>[] known) {
        return "There is no such order; sort by %s, with a minus before it for the other way round."
                .formatted(Arrays.stream(known).map(one -> name(one.name())).collect(Collectors.joining(", ")));
    }

    private static @Nullable Place place(SortKey<?> by, String sort, Cursor cursor, Enum<?>[] known) {
        if (cursor.isStart()) {
            return null;
        }
        if (!cursor.text(0).equals(sort)) {
            boolean another = names(Arrays.stream(known).map(Enum::name)).contains(cursor.text(0));
            throw another ? new CursorOfAnotherOrder() : new Cursor.NotACursor();
        }
        if (by.isAlways() && by.form() != SortKey.Form.ID && !cursor.has(2)) {
            throw new Cursor.NotACursor();
        }
        return new Place(cursor.uuid(1), cursor.has(2) ? by.form().read(cursor, 2) : null);
    }

    /** Where the page after this row begins. */
    public Cursor after(R last) {
        Object value = isById() ? null : by.value().apply(last);
        Object known = id.value().apply(last);
        return value == null ? Cursor.at(name, known) : Cursor.at(name, known, value);
    }

    /** The parts of the list from here on, in their order: the rows that have a value, then those that have none. */
    public List<Part> parts() {
        if (isById()) {
            return List.of(byId("true", from));
        }
        if (by.isAlways()) {
            return List.of(valued());
        }
        String unvalued = by.sql() + " is null";
        return from != null && from.value() == null
                ? List.of(byId(unvalued, from))
                : List.of(valued(), byId(unvalued, null));
    }

    private Part valued() {
        String condition = by.isAlways() ? "true" : by.sql() + " is not null";
        List<String> keys = List.of(by.sql(), id.sql());
        return from == null || from.value() == null
                ? new Part(condition, keys, List.of(), Map.of(), isBackwards())
                : new Part(
                        condition,
                        keys,
                        List.of(":afterValue", ":afterId"),
                        Map.of("afterValue", from.value(), "afterId", from.id()),
                        isBackwards());
    }

    private Part byId(String condition, @Nullable Place after) {
        List<String> keys = List.of(id.sql());
        return after == null
                ? new Part(condition, keys, List.of(), Map.of(), isBackwards())
                : new Part(condition, keys, List.of(":afterId"), Map.of("afterId", after.id()), isBackwards());
    }

    /** Whether it is that of the ids alone. */
    public boolean isById() {
        return by.form() == SortKey.Form.ID;
    }

    private boolean isBackwards() {
        return name.startsWith(BACKWARDS);
    }

    static final class CursorOfAnotherOrder extends Refusal {
        private static final String DETAIL =
                "The cursor is not one that this list gave out in this order; keep sort as it was, or start without a cursor.";

        CursorOfAnotherOrder() {
            super(Kind.MALFORMED, DETAIL, List.of(new FieldError("/cursor", DETAIL)));
        }
    }
}
