package eu.mieux.preimplementation.comment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody answered to a comment. */
@Embeddable
@Schema(name = "FicheCommentReply")
record Reply(
        String text,
        @Column(name = "written_by") String writtenBy,
        @Column(name = "written_at") Instant writtenAt) {}
