package eu.mieux.preimplementation.comment;

import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;

/** What a comment says no to, each by its name. */
final class CommentRefusals {

    private CommentRefusals() {}

    static final class NotYourDiscussion extends Refusal {
        NotYourDiscussion(String reference) {
            super(
                    Kind.FORBIDDEN,
                    "Your token lets you read the Action Fiche of %s, not comment on it.".formatted(reference));
        }
    }

    static final class NotYoursToResolve extends Refusal {
        NotYoursToResolve() {
            super(
                    Kind.FORBIDDEN,
                    "A comment is resolved and reopened by whoever wrote it and by those who write the fiche.");
        }
    }

    static final class ThreadTooLong extends Refusal {
        ThreadTooLong() {
            super(
                    Kind.ILLEGAL_STEP,
                    "This comment has %d replies already: go on in a new one.".formatted(FicheComment.MOST_REPLIES));
        }
    }
}
