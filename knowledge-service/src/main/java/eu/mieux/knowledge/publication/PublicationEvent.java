package eu.mieux.knowledge.publication;

import eu.mieux.chassis.eventlog.Event;

/** What can happen to a publication. */
sealed interface PublicationEvent extends Event {

    /** Someone began to write it. */
    record PublicationDrafted() implements PublicationEvent {}

    /** The draft was changed. */
    record PublicationRevised() implements PublicationEvent {}

    /** Its author is done, others look at it. */
    record PublicationReviewStarted() implements PublicationEvent {}

    /** It goes back to its author, from review or from having been withdrawn. */
    record PublicationReturned() implements PublicationEvent {}

    /** It passed the visibility gate; everybody can read it. */
    record PublicationPublished() implements PublicationEvent {}

    /** Nobody outside can read it any more. */
    record PublicationWithdrawn() implements PublicationEvent {}

    /** It was withdrawn before anybody outside could read it. */
    record PublicationGivenUp() implements PublicationEvent {}

    /** It was brought in, or corrected, from a portfolio. */
    record PublicationRecorded() implements PublicationEvent {}
}
