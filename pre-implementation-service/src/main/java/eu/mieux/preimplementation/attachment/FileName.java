package eu.mieux.preimplementation.attachment;

import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.chassis.text.Visible;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a file is called, in any script; it leads into no folder. */
record FileName(String value) {

    static final String FORM = "[^/\\\\\\p{Cntrl}]+";
    static final int LONGEST = 200;

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** @throws InvalidFields when it is missing, or no name of a file */
    static FileName of(@Nullable String given) {
        if (given == null || !Visible.in(given)) {
            throw new InvalidFields("/name", "Give the file a name: letter.pdf.");
        }
        new InvalidFields.Check()
                .that(given.length() <= LONGEST, "/name", "At most %d characters.".formatted(LONGEST))
                .that(PATTERN.matcher(given).matches(), "/name", "A name without slashes and control characters.")
                .orRefuse();
        return new FileName(given);
    }
}
