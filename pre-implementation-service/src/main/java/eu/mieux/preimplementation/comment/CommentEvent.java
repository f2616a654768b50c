package eu.mieux.preimplementation.comment;

import eu.mieux.chassis.eventlog.Event;

/** What can happen to a comment on a fiche. */
sealed interface CommentEvent extends Event {

    /** Somebody has something to say about a section. */
    record FicheCommentWritten() implements CommentEvent {}

    /** Somebody answered, be it who had written it. */
    record FicheCommentRepliedTo() implements CommentEvent {}

    /** Nothing is to be done about it any more. */
    record FicheCommentResolved() implements CommentEvent {}

    /** Something is to be done about it again. */
    record FicheCommentReopened() implements CommentEvent {}
}
