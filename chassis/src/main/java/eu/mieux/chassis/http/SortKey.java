package eu.mieux.chassis.http;

import eu.mieux.chassis.text.Shortened;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a list can be sorted by: an expression of its SQL, and the same of a row that was read. Both must agree, for a page
 * begins where the last row of the page before says.
 *
 * @param sql over the list's columns; where a list may be long, there is an index on it, followed by the id
 * @param value null where the column is
 * @param isAlways whether every row has a value
 */
public record SortKey<R>(String sql, Form form, Function<R, @Nullable Object> value, boolean isAlways) {

    /** Longer texts do not fit into an index: of those that begin alike for so long, the id decides. */
    private static final int TOLD_APART = 200;

    /** What kind of value it is, so that a cursor can bring it back. */
    enum Form {
        ID,
        TEXT,
        DAY,
        NUMBER,
        DECIMAL;

        Object read(Cursor cursor, int index) {
            return switch (this) {
                case ID -> cursor.uuid(index);
                case TEXT -> cursor.rest(index);
                case DAY -> cursor.day(index);
                case NUMBER -> cursor.number(index);
                case DECIMAL -> cursor.decimal(index);
            };
        }
    }

    /** The id, which every list can be sorted by and which tells apart what is otherwise alike. */
    public static <R> SortKey<R> id(String sql, Function<R, UUID> value) {
        return new SortKey<>(sql, Form.ID, value::apply, true);
    }

    /** As people read: accents beside their letter, 2 before 10. The service's database has the collation. */
    public static <R> SortKey<R> text(String sql, Function<R, @Nullable String> value) {
        return new SortKey<>(
                "left(%s, %d) collate reading_order".formatted(sql, TOLD_APART),
                Form.TEXT,
                row -> beginning(value.apply(row)),
                false);
    }

    public static <R> SortKey<R> day(String sql, Function<R, @Nullable LocalDate> value) {
        return new SortKey<>(sql, Form.DAY, value::apply, false);
    }

    public static <R> SortKey<R> number(String sql, Function<R, ? extends @Nullable Number> value) {
        return new SortKey<>(sql, Form.NUMBER, value::apply, false);
    }

    /** A decimal number that is kept as text. */
    public static <R> SortKey<R> decimal(String sql, Function<R, @Nullable String> value) {
        return new SortKey<>("cast(%s as numeric)".formatted(sql), Form.DECIMAL, value::apply, false);
    }

    /** Of a column that is never null: there are no rows without a value to be looked for. */
    public SortKey<R> always() {
        return new SortKey<>(sql, form, value, true);
    }

    private static @Nullable String beginning(@Nullable String text) {
        return text == null ? null : Shortened.beginning(TOLD_APART, text);
    }
}
