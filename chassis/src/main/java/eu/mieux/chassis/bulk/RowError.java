package eu.mieux.chassis.bulk;

import eu.mieux.chassis.text.Shortened;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one row.
 *
 * @param file the file's name
 * @param line where the row begins, the header being line 1
 * @param column the column at fault, null when it is the row as a whole
 * @param value what stands there, cut to 200 characters
 * @param code what kind of fault: {@code unknown-code}, {@code unknown-reference} …
 * @param message what is wrong
 * @param remedy what would be right
 */
public record RowError(
        String file,
        long line,
        @Nullable String column,
        @Nullable String value,
        String code,
        String message,
        @Nullable String remedy) {

    public static final String MALFORMED_CSV = "malformed-csv";
    public static final String WRONG_HEADER = "wrong-header";
    public static final String WRONG_ENCODING = "wrong-encoding";
    public static final String MISSING_VALUE = "missing-value";
    public static final String MALFORMED_VALUE = "malformed-value";
    public static final String UNKNOWN_CODE = "unknown-code";
    public static final String UNKNOWN_REFERENCE = "unknown-reference";
    public static final String DUPLICATE_KEY = "duplicate-key";
    public static final String IMPOSSIBLE_DATE = "impossible-date";
    public static final String TOO_LARGE = "too-large";
    public static final String RULE_BROKEN = "rule-broken";

    private static final int SHOWN = 200;

    static @Nullable String cut(@Nullable String value) {
        if (value == null) {
            return null;
        }
        return Shortened.to(SHOWN, value.replace('\0', '\uFFFD'));
    }
}
