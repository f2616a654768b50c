package eu.mieux.implementation.activity;

import eu.mieux.chassis.eventlog.Event;

/** What can happen to an Activity. */
sealed interface ActivityEvent extends Event {

    /** It was foreseen by an Action Fiche, or added later. */
    record ActivityPlanned() implements ActivityEvent {}

    /** Its plan was changed. */
    record ActivityRevised() implements ActivityEvent {}

    /** It will take place on its dates. */
    record ActivityConfirmed() implements ActivityEvent {}

    /** It will take place later. */
    record ActivityPostponed() implements ActivityEvent {}

    /** It will not take place. */
    record ActivityCancelled() implements ActivityEvent {}

    /** Those who attended were counted, or counted again. */
    record ActivityAttendanceRecorded() implements ActivityEvent {}

    /** It took place. */
    record ActivityDelivered() implements ActivityEvent {}

    /** It was brought in, or corrected, from a portfolio. */
    record ActivityRecorded() implements ActivityEvent {}
}
