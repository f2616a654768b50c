package eu.mieux.preimplementation.comment;

import eu.mieux.preimplementation.content.Section;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A comment as a client sees it.
 *
 * @param version raised by every reply, resolution and reopening: the ETag
 * @param contentVersion the version of the fiche that it was made on
 * @param writtenBy subject of whoever wrote it
 * @param writtenByName what she is called, by her token; null where nobody knows
 * @param resolvedBy subject of whoever resolved it; null while it is open
 * @param resolvedByName what she is called
 * @param replies oldest first
 */
@Schema(name = "FicheComment")
record CommentView(
        UUID id,
        long version,
        Section section,
        int contentVersion,
        CommentStatus status,
        String text,
        String writtenBy,
        @Nullable String writtenByName,
        Instant writtenAt,
        @Nullable String resolvedBy,
        @Nullable String resolvedByName,
        @Nullable Instant resolvedAt,
        @Schema(maxItems = FicheComment.MOST_REPLIES) List<Reply> replies) {}
