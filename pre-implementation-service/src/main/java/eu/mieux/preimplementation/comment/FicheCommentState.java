package eu.mieux.preimplementation.comment;

import eu.mieux.preimplementation.content.Section;
import java.util.UUID;

/**
 * What others may know of a comment: not what was said, which a topic would keep for years.
 *
 * @param contentVersion the version of the fiche that it was made on
 * @param replies how many there are
 */
record FicheCommentState(
        UUID id, UUID ficheId, Section section, int contentVersion, CommentStatus status, int replies) {}
