package eu.mieux.chassis.proof.shoe;

import eu.mieux.chassis.eventlog.Event;

/** What can happen to a shoe. */
sealed interface ShoeEvent extends Event {

    /** It is new in the shop. */
    record ShoeListed() implements ShoeEvent {}

    /** A pair went over the counter. */
    record ShoeSold() implements ShoeEvent {}

    /** Its name or its count was corrected. */
    record ShoeRestocked() implements ShoeEvent {}
}
