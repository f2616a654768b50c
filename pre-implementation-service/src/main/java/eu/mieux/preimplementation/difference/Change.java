package eu.mieux.preimplementation.difference;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing that differs. Of an item that was added or removed there is one of these without a field, and one for each of its
 * fields.
 *
 * @param pointer where it stands (JSON pointer into the content), in the version asked for; of what was removed, in the other
 * @param item what identifies the listed thing that it belongs to, from the outermost on: an Activity's number, an outcome's
 *     statement; null for what is in no list
 * @param field null when the item as a whole is meant
 * @param before null when there was nothing; of a moved item its place, counted from 1
 * @param after null when there is nothing any more; of a moved item its place, counted from 1
 * @param text before and after in one, for texts of several words; else null
 */
@Schema(name = "FicheChange")
record Change(
        Kind kind,
        String pointer,
        @Nullable String item,
        @Nullable String field,
        @Nullable String before,
        @Nullable String after,
        @Nullable List<Piece> text) {

    /** What happened. */
    @Schema(name = "FicheChangeKind")
    enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        MOVED
    }

    /** A piece of a text: what was kept and what was removed make up what it was, kept and added what it is. */
    @Schema(name = "FicheTextPiece")
    record Piece(Fate fate, String text) {}

    /** What became of a piece of a text. */
    @Schema(name = "FicheTextFate")
    enum Fate {
        KEPT,
        REMOVED,
        ADDED
    }
}
