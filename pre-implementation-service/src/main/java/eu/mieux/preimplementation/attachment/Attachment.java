package eu.mieux.preimplementation.attachment;

import eu.mieux.preimplementation.attachment.AttachmentStore.Place;
import eu.mieux.preimplementation.signature.Signature;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file that belongs to a request: the letter, a law, a picture. Its bytes are where {@link AttachmentStore} keeps them. */
@Entity
class Attachment {

    @Id
    private UUID id;

    @Column(name = "request_id")
    private UUID requestId;

    @Column
    private String name;

    @Column(name = "media_type")
    private String mediaType;

    @Column
    private long size;

    @Column
    private String sha256;

    @Column(name = "attached_by")
    private String attachedBy;

    @Column(name = "attached_by_name")
    private @Nullable String attachedByName;

    @Column(name = "attached_at")
    private Instant attachedAt;

    @Column(name = "kept_in")
    @Enumerated(EnumType.STRING)
    private Place keptIn;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    Attachment() {}

    Attachment(
            UUID id,
            UUID requestId,
            String name,
            Upload upload,
            Place keptIn,
            Signature attachedBy,
            Instant attachedAt) {
        this.id = id;
        this.requestId = requestId;
        this.name = name;
        this.mediaType = upload.type().mediaType();
        this.size = upload.size();
        this.sha256 = upload.sha256();
        this.keptIn = keptIn;
        this.attachedBy = attachedBy.subject();
        this.attachedByName = attachedBy.name();
        this.attachedAt = attachedAt;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    String mediaType() {
        return mediaType;
    }

    long size() {
        return size;
    }

    String sha256() {
        return sha256;
    }

    Place keptIn() {
        return keptIn;
    }

    String attachedBy() {
        return attachedBy;
    }

    /** What she is called; null where nobody knows. */
    @Nullable
    String attachedByName() {
        return attachedByName;
    }

    Instant attachedAt() {
        return attachedAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attachment attachment && attachment.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
