package eu.mieux.preimplementation.comment;

import eu.mieux.preimplementation.signature.Signature;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered to a comment.
 *
 * @param writtenByName what writtenBy is called, by her token; null where nobody knows
 */
@Embeddable
@Schema(name = "FicheCommentReply")
record Reply(
        String text,
        @Column(name = "written_by") String writtenBy,
        @Column(name = "written_by_name") @Nullable String writtenByName,
        @Column(name = "written_at") Instant writtenAt) {

    static Reply of(String text, Signature by, Instant at) {
        return new Reply(text, by.subject(), by.name(), at);
    }
}
