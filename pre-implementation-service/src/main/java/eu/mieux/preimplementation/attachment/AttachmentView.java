package eu.mieux.preimplementation.attachment;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An attachment as a client sees it; its bytes are at {@code /content}.
 *
 * @param mediaType what it is by its content, whatever its sender said
 * @param size in bytes
 * @param sha256 of its bytes, in hexadecimal digits
 * @param attachedByName what attachedBy is called, by her token; null where nobody knows
 */
@Schema(name = "Attachment")
record AttachmentView(
        UUID id,
        String name,
        String mediaType,
        long size,
        String sha256,
        String attachedBy,
        @Nullable String attachedByName,
        Instant attachedAt) {

    static AttachmentView of(Attachment attachment) {
        return new AttachmentView(
                attachment.id(),
                attachment.name(),
                attachment.mediaType(),
                attachment.size(),
                attachment.sha256(),
                attachment.attachedBy(),
                attachment.attachedByName(),
                attachment.attachedAt());
    }
}
