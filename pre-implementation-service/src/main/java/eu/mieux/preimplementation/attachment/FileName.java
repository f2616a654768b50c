package eu.mieux.preimplementation.attachment;

import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.chassis.text.Visible;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a file is called, in any script; it leads into no folder. */
record FileName(String value) {

    static final String FORM = "[^/\\\\\\p{Cntrl}\\p{Cf}]+";
    static final int LONGEST = 200;

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** @throws InvalidFields when it is missing, or no name of a file */
    static FileName of(@Nullable String given) {
        if (given == null || !Visible.in(given)) {
            throw new InvalidFields("/name", "Give the file a name: letter.pdf.");
        }
        new InvalidFields.Check()
                .that(given.length() <= LONGEST, "/name", "At most %d characters.".formatted(LONGEST))
                .that(
                        PATTERN.matcher(given).matches(),
                        "/name",
                        "A name without slashes and without signs that nobody sees.")
                .orRefuse();
        return new FileName(given);
    }

    /** Under which it is saved it is opened: a PDF that is called letter.exe is refused. */
    static void require(FileType type, String name) {
        new InvalidFields.Check()
                .that(
                        type.isEndOf(name),
                        "/name",
                        "By its content the file is %s: its name must end in %s.".formatted(type, type.endings()))
                .orRefuse();
    }
}
