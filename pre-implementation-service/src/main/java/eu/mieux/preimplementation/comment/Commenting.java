package eu.mieux.preimplementation.comment;

import eu.mieux.chassis.audit.AuditNotes;
import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.time.Time;
import eu.mieux.preimplementation.fiche.FichesInSight;
import eu.mieux.preimplementation.signature.Signature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Discussing a fiche, section by section. */
@ApplicationScoped
@Transactional
class Commenting {

    private final FichesInSight fiches;
    private final FicheComments comments;
    private final EventLog events;
    private final AuditNotes notes;
    private final Caller caller;
    private final Clock clock;

    Commenting(
            FichesInSight fiches,
            FicheComments comments,
            EventLog events,
            AuditNotes notes,
            Caller caller,
            Clock clock) {
        this.fiches = fiches;
        this.comments = comments;
        this.events = events;
        this.notes = notes;
        this.caller = caller;
        this.clock = clock;
    }

    FicheComment write(String fiche, CommentCommands.Write command) {
        FichesInSight.Known known = forComment(fiche);
        FicheComment comment = new FicheComment(known, command, Signature.of(caller), Time.now(clock));
        comments.persistAndFlush(comment);
        events.append(comment, comment.birth());
        note(known, "comment-written");
        return comment;
    }

    FicheComment reply(String fiche, String id, @Nullable String ifMatch, CommentCommands.Answer command) {
        FichesInSight.Known known = forComment(fiche);
        FicheComment comment = comments.getForChange(known, id);
        ETags.honour(ifMatch, comment);
        events.append(comment, comment.reply(Reply.of(command.text(), Signature.of(caller), Time.now(clock))));
        note(known, "comment-replied-to");
        return comment;
    }

    FicheComment resolve(String fiche, String id, @Nullable String ifMatch) {
        FichesInSight.Known known = forComment(fiche);
        FicheComment comment = hersToResolve(known, id);
        ETags.honour(ifMatch, comment);
        comment.resolve(Signature.of(caller), Time.now(clock)).ifPresent(event -> {
            events.append(comment, event);
            note(known, "comment-resolved");
        });
        return comment;
    }

    FicheComment reopen(String fiche, String id, @Nullable String ifMatch) {
        FichesInSight.Known known = forComment(fiche);
        FicheComment comment = hersToResolve(known, id);
        ETags.honour(ifMatch, comment);
        comment.reopen().ifPresent(event -> {
            events.append(comment, event);
            note(known, "comment-reopened");
        });
        return comment;
    }

    private FichesInSight.Known forComment(String fiche) {
        FichesInSight.Known known = fiches.getToDiscuss(fiche);
        if (!known.isCommentator()) {
            throw new CommentRefusals.NotYourDiscussion(known.reference());
        }
        return known;
    }

    private FicheComment hersToResolve(FichesInSight.Known known, String id) {
        FicheComment comment = comments.getForChange(known, id);
        if (!known.isWriter() && !comment.isBy(caller.subject())) {
            throw new CommentRefusals.NotYoursToResolve();
        }
        return comment;
    }

    /** An event says that something was said, and stands under the comment's own id; what was changed stands under the fiche's. */
    private void note(FichesInSight.Known fiche, String what) {
        notes.done("action-fiche", new AuditNotes.Subject(fiche.id(), fiche.reference()), what);
    }
}
