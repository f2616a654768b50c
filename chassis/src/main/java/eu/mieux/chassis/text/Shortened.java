package eu.mieux.chassis.text;

/** Texts that are too long to be shown or kept whole; no letter is cut in two. */
public final class Shortened {

    private Shortened() {}

    /** The text, or its first letters and an ellipsis. */
    public static String to(int letters, String text) {
        String beginning = beginning(letters, text);
        return beginning.length() == text.length() ? text : beginning + "…";
    }

    /** The text, or its first letters. */
    public static String beginning(int letters, String text) {
        return text.codePointCount(0, text.length()) <= letters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, letters));
    }
}
