package eu.mieux.preimplementation.comment;

import eu.mieux.preimplementation.content.Section;
import eu.mieux.preimplementation.fiche.FollowingFiches;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Comments as those see them who tell people of them, in whosever sight they are. */
@ApplicationScoped
public class FollowingComments {

    private final FicheComments comments;
    private final FollowingFiches fiches;

    FollowingComments(FicheComments comments, FollowingFiches fiches) {
        this.comments = comments;
        this.fiches = fiches;
    }

    /**
     * Where a comment stands.
     *
     * @param version raised by whatever becomes of it
     * @param request whose fiche it is about
     * @param actionName of the Action that the fiche is for
     * @param isOpen whether something is still to be done about it
     * @param isAnswered whether the last word is another's than hers who wrote it
     * @param writtenBy subject of whoever wrote it
     */
    public record Followed(
            long version,
            UUID request,
            String actionName,
            Section section,
            boolean isOpen,
            boolean isAnswered,
            String writtenBy) {}

    public Optional<Followed> find(UUID id) {
        return comments.findByIdOptional(id)
                .flatMap(comment -> fiches.find(comment.ficheId()).map(fiche -> comment.followed(fiche)));
    }
}
