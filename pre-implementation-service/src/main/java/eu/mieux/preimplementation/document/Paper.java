package eu.mieux.preimplementation.document;

import eu.mieux.preimplementation.document.Block.Line;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A document, whatever its format: a version of an Action Fiche, the agenda or the minutes of a meeting.
 *
 * @param fileName without its ending
 * @param facility who runs it
 * @param kind what it is: Action Fiche
 * @param title the Action's name, or what the meeting is called
 * @param facts what stands below the title
 * @param blocks the sections, or points
 * @param footer who funds it
 * @param page {@code Page {0} of {1}}, cut at the numbers
 * @param savedAt when what it says was saved
 */
public record Paper(
        Locale language,
        String fileName,
        Line facility,
        Line kind,
        Line title,
        List<Fact> facts,
        List<Block> blocks,
        String footer,
        PageNumber page,
        Instant savedAt) {

    /** A line of the title block. */
    public record Fact(String name, List<Line> values) {}

    /** The words around the numbers of a page. */
    public record PageNumber(String before, String between) {}

    public String languageTag() {
        return language.toLanguageTag();
    }
}
