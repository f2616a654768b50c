package eu.mieux.implementation.deliverable;

import eu.mieux.chassis.eventlog.Event;

/** What can happen to a deliverable. */
sealed interface DeliverableEvent extends Event {

    /** Its drafting began. */
    record DeliverableDrafted() implements DeliverableEvent {}

    /** What it is to be was changed. */
    record DeliverableRevised() implements DeliverableEvent {}

    /** It is as it should be. */
    record DeliverableValidated() implements DeliverableEvent {}

    /** The partner has it. */
    record DeliverableHandedOver() implements DeliverableEvent {}

    /** It was brought in, or corrected, from a portfolio. */
    record DeliverableRecorded() implements DeliverableEvent {}
}
