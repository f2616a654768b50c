package eu.mieux.chassis.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a reader sees anything in a text. Java's blanks are white space alone: a name of zero-width spaces, or of signs that
 * turn the direction of writing, would pass for one and look like none.
 */
public final class Visible {

    /** Neither blank nor control, format or mark, nor one of the fillers that Unicode counts among letters and symbols. */
    private static final Pattern SEEN =
            Pattern.compile("[^\\s\\p{Z}\\p{Cc}\\p{Cf}\\p{Mn}\\p{Me}\\u115F\\u1160\\u3164\\uFFA0\\u2800]");

    private Visible() {}

    public static boolean in(@Nullable CharSequence text) {
        return text != null && SEEN.matcher(text).find();
    }
}
