package eu.mieux.preimplementation.authority;

import eu.mieux.chassis.eventlog.Event;

/** What can happen to an authority. */
sealed interface AuthorityEvent extends Event {

    /** It is known from now on. */
    record AuthorityRegistered() implements AuthorityEvent {}

    /** Its facts were corrected. */
    record AuthorityAmended() implements AuthorityEvent {}

    /** It is called by other names too, or no longer. */
    record AuthorityAliasesChanged() implements AuthorityEvent {}

    /** One reaches it at other persons. */
    record AuthorityContactsChanged() implements AuthorityEvent {}

    /** It turned out to be another one, which goes on for both. */
    record AuthorityMerged() implements AuthorityEvent {}

    /** Another one turned out to be this one. */
    record AuthorityExtended() implements AuthorityEvent {}
}
