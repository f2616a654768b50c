package eu.mieux.chassis.bulk;

import eu.mieux.chassis.text.Visible;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The cells of one row, by column. Every reader says what is wrong instead of throwing, so that a row's faults come together. */
public final class Row {

    private static final int MAX_CELL = 20_000;
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    /** What an address can bear, percent-encoded where need be, and what nobody takes for another key. */
    private static final Pattern KEY = Pattern.compile(
            "(?!\\.{1,2}$)[^\\p{Z}\\p{Cc}\\p{Cf}/\\\\;](?:[^\\p{Cc}\\p{Cf}/\\\\;]*[^\\p{Z}\\p{Cc}\\p{Cf}/\\\\;])?");

    private static final int LONGEST_KEY = 200;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2200, 12, 31);

    private final String file;
    private final long line;
    private final Map<String, String> cells;
    private final List<RowError> errors = new ArrayList<>();
    /** Columns whose cells nobody can use: what is wrong with them has been said once, and reading them finds nothing. */
    private final Set<String> unusable = new HashSet<>();

    Row(String file, long line, Map<String, String> cells) {
        this.file = file + ".csv";
        this.line = line;
        this.cells = cells;
        cells.forEach((column, value) -> {
            if (value.length() > MAX_CELL) {
                unusable.add(column);
                reject(
                        column,
                        RowError.TOO_LARGE,
                        "The cell has %,d characters.".formatted(value.length()),
                        "At most %,d.".formatted(MAX_CELL));
            } else if (value.indexOf('\0') >= 0) {
                unusable.add(column);
                reject(column, RowError.MALFORMED_VALUE, "The cell contains the NUL character.", "Leave it out.");
            }
        });
    }

    public void reject(String column, String code, String message, String remedy) {
        errors.add(new RowError(file, line, column, RowError.cut(cells.get(column)), code, message, remedy));
    }

    long line() {
        return line;
    }

    List<RowError> errors() {
        return errors;
    }

    /** The cell's text; null where it is empty (unknown). */
    public @Nullable String text(String column) {
        String value = cells.get(column);
        return value == null || value.isEmpty() || unusable.contains(column) ? null : value;
    }

    /** A cell that must not be empty; the empty string, and a fault, where it is. */
    public String required(String column) {
        String value = text(column);
        if (value == null || !Visible.in(value)) {
            if (!unusable.contains(column)) {
                reject(
                        column,
                        RowError.MISSING_VALUE,
                        value == null ? "The cell is empty." : "Nothing can be seen in the cell.",
                        "This column needs a value in every row.");
            }
            return "";
        }
        return value;
    }

    /** A required cell with the natural key by which the record will be addressed. */
    public String key(String column) {
        String value = text(column);
        if (value != null && value.length() > LONGEST_KEY) {
            reject(
                    column,
                    RowError.TOO_LARGE,
                    "The key has %,d characters.".formatted(value.length()),
                    "At most %d.".formatted(LONGEST_KEY));
            return value;
        }
        return matching(
                column,
                KEY,
                "No slash, backslash, semicolon or invisible character, and no blank at either end: expert-0001.");
    }

    /** A required cell of a certain form. */
    public String matching(String column, Pattern form, String remedy) {
        String value = required(column);
        if (!value.isEmpty() && !form.matcher(value).matches()) {
            reject(column, RowError.MALFORMED_VALUE, quoted(value) + " has not the form of this column.", remedy);
        }
        return value;
    }

    public <E extends Enum<E>> @Nullable E oneOf(String column, Class<E> type) {
        String value = text(column);
        if (value == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        reject(
                column,
                RowError.UNKNOWN_CODE,
                quoted(value) + " is not a code of this column.",
                "One of "
                        + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))
                        + ".");
        return null;
    }

    /** As {@link #oneOf}, for a cell that must not be empty; the first constant, and a fault, where it is or is unknown. */
    public <E extends Enum<E>> E requiredOneOf(String column, Class<E> type) {
        required(column);
        E value = oneOf(column, type);
        return value != null ? value : type.getEnumConstants()[0];
    }

    /** A code that a code list knows; null where the cell is empty. */
    public @Nullable String code(String column, Predicate<String> known, String remedy) {
        String value = text(column);
        if (value != null && !known.test(value)) {
            reject(column, RowError.UNKNOWN_CODE, quoted(value) + " is not a code of this column.", remedy);
        }
        return value;
    }

    public String requiredCode(String column, Predicate<String> known, String remedy) {
        required(column);
        String value = code(column, known, remedy);
        return value == null ? "" : value;
    }

    /** Values separated by semicolons, in the order given. */
    public List<String> list(String column) {
        String value = text(column);
        return value == null ? List.of() : List.of(value.split(";", -1));
    }

    public List<String> codes(String column, Predicate<String> known, String remedy) {
        List<String> values = list(column);
        for (String value : values) {
            if (!known.test(value)) {
                reject(column, RowError.UNKNOWN_CODE, quoted(value) + " is not a code of this column.", remedy);
            }
        }
        if (values.stream().distinct().count() < values.size()) {
            reject(column, RowError.RULE_BROKEN, "A code stands twice in the list.", "Each code once.");
        }
        return values;
    }

    /**
     * A day as YYYY-MM-DD; null where the cell is empty or no date. A day before 1900 or after 2200 is one that somebody
     * mistyped (0217 for 2017) or invented (9999 for "never"): the row is refused as {@code impossible-date}.
     */
    public @Nullable LocalDate date(String column) {
        String value = text(column);
        if (value == null) {
            return null;
        }
        if (!DATE.matcher(value).matches()) {
            reject(column, RowError.MALFORMED_VALUE, quoted(value) + " is not a date.", "Write it as YYYY-MM-DD.");
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(value);
            if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
                reject(
                        column,
                        RowError.IMPOSSIBLE_DATE,
                        quoted(value) + " cannot be meant.",
                        "A day between %s and %s.".formatted(FIRST_DAY, LAST_DAY));
            }
            return day;
        } catch (DateTimeException e) {
            reject(
                    column,
                    RowError.IMPOSSIBLE_DATE,
                    quoted(value) + " is not a day of the calendar.",
                    "A day that exists, as YYYY-MM-DD.");
            return null;
        }
    }

    /** A cell that must hold a date; 1 January 1970, and a fault, where it does not. */
    public LocalDate requiredDate(String column) {
        required(column);
        LocalDate date = date(column);
        return date == null ? LocalDate.EPOCH : date;
    }

    /**
     * Says so when a period ends before it starts. An end on the first day of the month in which it starts is known to the
     * month only (portfolio format), and stands.
     */
    public void ordered(String startColumn, String endColumn, @Nullable LocalDate start, @Nullable LocalDate end) {
        if (start != null && end != null && precedes(end, start)) {
            reject(
                    endColumn,
                    RowError.IMPOSSIBLE_DATE,
                    "%s is before %s (%s).".formatted(end, startColumn, start),
                    "A day on or after it.");
        }
    }

    /** Whether one day is before another, unless it is the first of its month and may stand for all of it (portfolio format). */
    public static boolean precedes(LocalDate day, LocalDate other) {
        return day.isBefore(other) && !day.equals(other.withDayOfMonth(1));
    }

    /** Says so of a day that has not come yet: a portfolio tells what happened. */
    public void happened(String column, @Nullable LocalDate day, LocalDate today) {
        if (day != null && day.isAfter(today)) {
            reject(
                    column,
                    RowError.IMPOSSIBLE_DATE,
                    "%s is still to come; today is %s.".formatted(day, today),
                    "The day on which it happened, or nothing if it has not happened yet.");
        }
    }

    public @Nullable Integer integer(String column, int min, int max) {
        String value = text(column);
        if (value == null) {
            return null;
        }
        return isWritten(column, value, NumberForm.ofWhole(value, min, max)) ? Integer.valueOf(value) : null;
    }

    public int requiredInteger(String column, int min, int max) {
        required(column);
        Integer number = integer(column, min, max);
        return number == null ? min : number;
    }

    /** A decimal number, its digits kept as they are written. */
    public @Nullable BigDecimal decimal(String column) {
        String value = text(column);
        if (value == null) {
            return null;
        }
        return isWritten(column, value, NumberForm.ofDecimal(value)) ? new BigDecimal(value) : null;
    }

    public BigDecimal requiredDecimal(String column) {
        required(column);
        BigDecimal number = decimal(column);
        return number == null ? BigDecimal.ZERO : number;
    }

    private boolean isWritten(String column, String value, Optional<NumberForm.Fault> fault) {
        fault.ifPresent(wrong ->
                reject(column, RowError.MALFORMED_VALUE, quoted(value) + " " + wrong.message(), wrong.remedy()));
        return fault.isEmpty();
    }

    private static String quoted(String value) {
        return "\"" + RowError.cut(value) + "\"";
    }
}
