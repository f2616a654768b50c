package eu.mieux.preimplementation.comment;

import eu.mieux.chassis.eventlog.Aggregate;
import eu.mieux.chassis.time.Time;
import eu.mieux.preimplementation.comment.CommentEvent.FicheCommentReopened;
import eu.mieux.preimplementation.comment.CommentEvent.FicheCommentRepliedTo;
import eu.mieux.preimplementation.comment.CommentEvent.FicheCommentResolved;
import eu.mieux.preimplementation.comment.CommentEvent.FicheCommentWritten;
import eu.mieux.preimplementation.content.Section;
import eu.mieux.preimplementation.fiche.FichesInSight;
import eu.mieux.preimplementation.fiche.FollowingFiches;
import eu.mieux.preimplementation.signature.Signature;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has to say about a section of a fiche. Others learn that something was said, and not what.
 */
@Entity
@Table(name = "fiche_comment")
class FicheComment implements Aggregate {

    static final int MOST_REPLIES = 100;

    @Id
    private UUID id;

    @Column
    private long version;

    @Column(name = "fiche_id")
    private UUID ficheId;

    @Column(name = "content_version")
    private int contentVersion;

    @Column
    @Enumerated(EnumType.STRING)
    private Section section;

    @Column
    @Enumerated(EnumType.STRING)
    private CommentStatus status;

    @Column
    private String text;

    @Column(name = "written_by")
    private String writtenBy;

    @Column(name = "written_by_name")
    private @Nullable String writtenByName;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "resolved_by")
    private @Nullable String resolvedBy;

    @Column(name = "resolved_by_name")
    private @Nullable String resolvedByName;

    @Column(name = "resolved_at")
    private @Nullable Instant resolvedAt;

    @ElementCollection
    @CollectionTable(name = "fiche_comment_reply", joinColumns = @JoinColumn(name = "comment_id"))
    @OrderColumn(name = "place")
    private List<Reply> replies = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    FicheComment() {}

    FicheComment(FichesInSight.Known fiche, CommentCommands.Write command, Signature writtenBy, Instant writtenAt) {
        this.id = Time.newId();
        this.version = 1;
        this.ficheId = fiche.id();
        this.contentVersion = fiche.contentVersion();
        this.section = command.section();
        this.status = CommentStatus.OPEN;
        this.text = command.text();
        this.writtenBy = writtenBy.subject();
        this.writtenByName = writtenBy.name();
        this.writtenAt = writtenAt;
    }

    FicheCommentWritten birth() {
        return new FicheCommentWritten();
    }

    FicheCommentRepliedTo reply(Reply reply) {
        if (replies.size() >= MOST_REPLIES) {
            throw new CommentRefusals.ThreadTooLong();
        }
        replies.add(reply);
        version++;
        return new FicheCommentRepliedTo();
    }

    /** Empty when it is resolved already. */
    Optional<CommentEvent> resolve(Signature by, Instant at) {
        if (status == CommentStatus.RESOLVED) {
            return Optional.empty();
        }
        status = CommentStatus.RESOLVED;
        resolvedBy = by.subject();
        resolvedByName = by.name();
        resolvedAt = at;
        version++;
        return Optional.of(new FicheCommentResolved());
    }

    /** Empty when it is open already. */
    Optional<CommentEvent> reopen() {
        if (status == CommentStatus.OPEN) {
            return Optional.empty();
        }
        status = CommentStatus.OPEN;
        resolvedBy = null;
        resolvedByName = null;
        resolvedAt = null;
        version++;
        return Optional.of(new FicheCommentReopened());
    }

    @Override
    public String aggregateType() {
        return "fiche-comment";
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public FicheCommentState publicState() {
        return new FicheCommentState(id, ficheId, section, contentVersion, status, replies.size());
    }

    UUID ficheId() {
        return ficheId;
    }

    boolean isBy(String subject) {
        return writtenBy.equals(subject);
    }

    FollowingComments.Followed followed(FollowingFiches.Followed fiche) {
        return new FollowingComments.Followed(
                version,
                fiche.request(),
                fiche.actionName(),
                section,
                status == CommentStatus.OPEN,
                !replies.isEmpty() && !isBy(replies.getLast().writtenBy()),
                writtenBy);
    }

    CommentView view() {
        return new CommentView(
                id,
                version,
                section,
                contentVersion,
                status,
                text,
                writtenBy,
                writtenByName,
                writtenAt,
                resolvedBy,
                resolvedByName,
                resolvedAt,
                List.copyOf(replies));
    }
}
