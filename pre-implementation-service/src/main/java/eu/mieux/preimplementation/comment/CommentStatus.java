package eu.mieux.preimplementation.comment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether something is still to be done about a comment; it can be opened again. */
@Schema(name = "FicheCommentStatus")
enum CommentStatus {
    OPEN,
    RESOLVED
}
