package eu.mieux.preimplementation.mailing;

import eu.mieux.chassis.text.Shortened;
import java.util.Map;

/**
 * A mail as it is written.
 *
 * @param to the only one who gets it
 * @param headers beside those that every mail has
 */
public record Letter(String to, String subject, String text, String html, Map<String, String> headers) {

    /** Of characters: mail programs show less. */
    private static final int LONGEST_SUBJECT = 180;

    /** What people wrote may stand in a subject: on one line it is text, and no header of its own. */
    public Letter {
        subject = cut(oneLine(subject));
        headers.forEach((name, value) -> {
            if (!value.equals(oneLine(value))) {
                throw new IllegalArgumentException("The header " + name + " has more than one line.");
            }
        });
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    }

    private static String cut(String line) {
        return Shortened.to(LONGEST_SUBJECT, line);
    }
}
