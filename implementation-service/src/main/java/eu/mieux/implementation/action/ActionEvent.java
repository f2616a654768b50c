package eu.mieux.implementation.action;

import eu.mieux.chassis.eventlog.Event;

/** What can happen to an Action. */
sealed interface ActionEvent extends Event {

    /** Its endorsed Action Fiche was handed over. */
    record ActionPrepared() implements ActionEvent {}

    /** It began. */
    record ActionLaunched() implements ActionEvent {}

    /** It stands still. */
    record ActionPutOnHold() implements ActionEvent {}

    /** It goes on where it stood. */
    record ActionResumed() implements ActionEvent {}

    /** It reached its end. */
    record ActionCompleted() implements ActionEvent {}

    /** It ended before it could. */
    record ActionCancelled() implements ActionEvent {}

    /** An authority that it is for was merged into another, which it is for now. */
    record ActionPartnersChanged() implements ActionEvent {}

    /** It was brought in, or corrected, from a portfolio. */
    record ActionRecorded() implements ActionEvent {}
}
