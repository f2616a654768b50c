package eu.mieux.preimplementation.request;

import eu.mieux.chassis.eventlog.Event;

/** What can happen to a request. */
sealed interface RequestEvent extends Event {

    /** Someone began to write it down. */
    record RequestDrafted() implements RequestEvent {}

    /** The draft was changed. */
    record RequestRevised() implements RequestEvent {}

    /** A file was attached to it. */
    record RequestFileAttached() implements RequestEvent {}

    /** A file was taken out of the draft. */
    record RequestFileRemoved() implements RequestEvent {}

    /** It was handed in and has its reference. */
    record RequestSubmitted() implements RequestEvent {}

    /** The steering institutions were asked for their opinions. */
    record RequestReviewStarted() implements RequestEvent {}

    /** All were asked again, in another round. */
    record RequestReviewReopened() implements RequestEvent {}

    /** An institution has another deadline. */
    record RequestOpinionTimeChanged() implements RequestEvent {}

    /** An institution lets another speak for it, or takes that back. */
    record RequestOpinionDelegated() implements RequestEvent {}

    /** An institution steps back for a conflict of interest. */
    record RequestInstitutionRecused() implements RequestEvent {}

    /** The time of institutions that have not spoken is nearly over; they are reminded. */
    record RequestOpinionAwaited() implements RequestEvent {}

    /** The time of the last institutions that have not spoken is over; it can be decided without them. */
    record RequestReviewClosed() implements RequestEvent {}

    /** An institution gave its opinion, or revised it. */
    record RequestOpinionGiven() implements RequestEvent {}

    /** Its clock stands still. */
    record RequestPutOnHold() implements RequestEvent {}

    /** It goes on where it stood. */
    record RequestResumed() implements RequestEvent {}

    /** It was on hold on other days than was written down; its clock goes by the right ones. */
    record RequestHoldCorrected() implements RequestEvent {}

    /** Its Action should be launched before long, or the promise of three months is missed. */
    record RequestClockAtRisk() implements RequestEvent {}

    /** It becomes an Action. */
    record RequestApproved() implements RequestEvent {}

    /** A condition of its approval is met, or waived. */
    record RequestConditionSettled() implements RequestEvent {}

    /** It becomes none. */
    record RequestRejected() implements RequestEvent {}

    /** The authority took it back. */
    record RequestWithdrawn() implements RequestEvent {}

    /** An authority that asks was merged into another, which asks instead. */
    record RequestAuthorityMerged() implements RequestEvent {}

    /** It was brought in, or corrected, from a portfolio. */
    record RequestRecorded() implements RequestEvent {}
}
