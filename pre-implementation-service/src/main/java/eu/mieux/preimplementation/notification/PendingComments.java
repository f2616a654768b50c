package eu.mieux.preimplementation.notification;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.identity.Listener;
import eu.mieux.preimplementation.comment.FollowingComments;
import eu.mieux.preimplementation.fiche.FollowingFiches;
import eu.mieux.preimplementation.notification.Pending.Matter;
import eu.mieux.preimplementation.request.FollowingRequests;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What of comments is still to be told when the mail is written. */
@ApplicationScoped
class PendingComments {

    private final FollowingComments comments;
    private final FollowingRequests requests;
    private final FollowingFiches fiches;
    private final CodeLists codes;

    PendingComments(FollowingComments comments, FollowingRequests requests, FollowingFiches fiches, CodeLists codes) {
        this.comments = comments;
        this.requests = requests;
        this.fiches = fiches;
        this.codes = codes;
    }

    /** For those who write the fiche, as long as it is open. */
    Optional<Matter> open(Told.Matter told, Recipient recipient, List<Listener> capacities) {
        return comments.find(told.about())
                .filter(comment -> comment.isOpen()
                        && !comment.writtenBy().equals(recipient.subject())
                        && isWritten(comment.request(), capacities))
                .flatMap(comment -> matter(told, recipient, comment));
    }

    private boolean isWritten(UUID request, List<Listener> by) {
        return requests.find(request)
                .filter(found -> by.stream().anyMatch(who -> fiches.isWriter(who, found.recused())))
                .isPresent();
    }

    /** For her who wrote it, unless she has gone on since, or it was opened again without an answer. */
    Optional<Matter> answered(Told.Matter told, Recipient recipient) {
        return comments.find(told.about())
                .filter(comment -> (comment.isAnswered() || !comment.isOpen())
                        && comment.writtenBy().equals(recipient.subject()))
                .flatMap(comment -> matter(told, recipient, comment));
    }

    private Optional<Matter> matter(Told.Matter told, Recipient recipient, FollowingComments.Followed comment) {
        Locale language = Locale.of(new Wording(recipient.language()).language());
        String code = comment.section().name();
        String section = codes.list("fiche-sections")
                .find(code)
                .map(row -> row.label(language))
                .orElse(code);
        return requests.find(comment.request())
                .map(request -> new Matter(
                        told.kind(),
                        new Heading.OfRequest(request),
                        new Details.Said(section, comment.actionName(), !comment.isOpen())));
    }
}
