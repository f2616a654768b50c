package eu.mieux.chassis.http;

import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a page ended: the sort keys of its last row, opaque to callers. */
public final class Cursor {

    private static final String SEPARATOR = "\u001f";

    /** Without an exponent: written out, ten characters of it would be gigabytes. */
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,100}(\\.\\d{1,100})?");

    private final List<String> keys;

    private Cursor(List<String> keys) {
        this.keys = keys;
    }

    public static Cursor at(Object... keys) {
        return new Cursor(Arrays.stream(keys).map(String::valueOf).toList());
    }

    /** Reads a caller's cursor; none is the start of the list. */
    public static Cursor of(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return new Cursor(List.of());
        }
        try {
            String keys = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            if (keys.indexOf('\0') >= 0) {
                throw new NotACursor();
            }
            return new Cursor(List.of(keys.split(SEPARATOR, -1)));
        } catch (IllegalArgumentException e) {
            throw new NotACursor();
        }
    }

    public boolean isStart() {
        return keys.isEmpty();
    }

    public String text(int index) {
        if (index >= keys.size()) {
            throw new NotACursor();
        }
        return keys.get(index);
    }

    /** Of a list that is there as a whole, the rows behind the one where the page ended. */
    public <T> List<T> after(List<T> all, Function<T, Cursor> at) {
        if (isStart()) {
            return all;
        }
        String ended = toString();
        for (int i = 0; i < all.size(); i++) {
            if (at.apply(all.get(i)).toString().equals(ended)) {
                return all.subList(i + 1, all.size());
            }
        }
        throw new NotACursor();
    }

    public boolean has(int index) {
        return index < keys.size();
    }

    /** The last key: a text, which may hold anything. */
    public String rest(int index) {
        return String.join(SEPARATOR, keys.subList(index, keys.size()));
    }

    public UUID uuid(int index) {
        try {
            return UUID.fromString(text(index));
        } catch (IllegalArgumentException e) {
            throw new NotACursor();
        }
    }

    public LocalDate day(int index) {
        try {
            return LocalDate.parse(text(index));
        } catch (DateTimeParseException e) {
            throw new NotACursor();
        }
    }

    /** The only key as a number, or this at the start. */
    public long number(long atStart) {
        return isStart() ? atStart : number(0);
    }

    public long number(int index) {
        try {
            return Long.parseLong(text(index));
        } catch (NumberFormatException e) {
            throw new NotACursor();
        }
    }

    public BigDecimal decimal(int index) {
        if (!DECIMAL.matcher(text(index)).matches()) {
            throw new NotACursor();
        }
        return new BigDecimal(text(index));
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8));
    }

    static final class NotACursor extends Refusal {
        private static final String DETAIL = "The cursor is not one that this list gave out; start without one.";

        NotACursor() {
            super(Kind.MALFORMED, DETAIL, List.of(new FieldError("/cursor", DETAIL)));
        }
    }
}
