package eu.mieux.gateway;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Paths that gateway and service could read differently are refused, not repaired: a route that is allowed here must be the
 * route that is taken there (CWE-436).
 */
final class PlainPath {

    private static final Pattern KNOWN_CHARACTERS = Pattern.compile("/[A-Za-z0-9/._~!$&'()*+,=:@%-]*");
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern ENCODED_SEPARATOR =
            Pattern.compile("%(?:2[Ff]|5[Cc]|3[Bb]|2[Ee]|7[Ff]|[01][0-9A-Fa-f])");
    private static final Pattern DOT_SEGMENT = Pattern.compile("/\\.{1,2}(?:/|$)");

    private PlainPath() {}

    /** Why a path, as it came over the wire, is refused; null when it is plain. */
    static @Nullable String objection(String path) {
        if (path.indexOf(';') >= 0) {
            return "The path may not contain \";\".";
        }
        if (path.contains("//")) {
            return "The path may not contain empty segments (\"//\").";
        }
        if (DOT_SEGMENT.matcher(path).find()) {
            return "The path may not contain the segments \".\" and \"..\".";
        }
        if (ENCODED_SEPARATOR.matcher(path).find()) {
            return "The path may not contain encoded slashes, dots, semicolons or control characters.";
        }
        if (!KNOWN_CHARACTERS.matcher(path).matches()) {
            return "The path must begin with \"/\"; other characters than letters, digits and ._~!$&'()*+,=:@- must be"
                    + " percent-encoded.";
        }
        if (BROKEN_ESCAPE.matcher(path).find()) {
            return "The path may contain \"%\" only before two hexadecimal digits; a percent sign itself is %25.";
        }
        return null;
    }
}
