package eu.mieux.preimplementation.document;

import eu.mieux.preimplementation.document.Block.Line;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes of what people wrote what a document can hold. */
final class Texts {

    private Texts() {}

    /** Line by line; no line when there is no text. */
    static List<Line> lines(@Nullable String text) {
        return text == null || text.isBlank()
                ? List.of()
                : Arrays.stream(text.strip().split("\\R", -1)).map(Texts::line).toList();
    }

    /** Which way it is read is told by its first letter, as browsers do. */
    static Line line(String text) {
        String shown = printable(text);
        return new Line(shown, !new Bidi(shown, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight());
    }

    /** Neither XML nor a page has control characters; a tab is a blank. */
    private static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .map(one -> one == '\t' || Character.getType(one) == Character.LINE_SEPARATOR ? ' ' : one)
                .filter(Texts::isPrintable)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static boolean isPrintable(int one) {
        boolean isCharacter = (one & 0xFFFE) != 0xFFFE && (one < 0xFDD0 || one > 0xFDEF);
        return isCharacter && !Character.isISOControl(one) && Character.getType(one) != Character.SURROGATE;
    }

    /** For a file: letters and digits of any keyboard, and hyphens. */
    static String fileName(String... parts) {
        String ascii = Normalizer.normalize(String.join("-", parts), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return ascii.length() <= 120 ? ascii : ascii.substring(0, 120);
    }

    static String capital(String text, Locale language) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(language) + text.substring(1);
    }
}
