package eu.mieux.preimplementation.authority;

import eu.mieux.chassis.eventlog.Event;

/** What can happen to an authority. */
sealed interface AuthorityEvent extends Event {

    /** It is known from now on. */
    record AuthorityRegistered() implements AuthorityEvent {}

    /** Its facts were corrected. */
    record AuthorityAmended() implements AuthorityEvent {}
}
