package eu.mieux.preimplementation.fiche;

import eu.mieux.chassis.eventlog.Event;

/** What can happen to an Action Fiche. */
sealed interface FicheEvent extends Event {

    /** Its first version was written. */
    record ActionFicheDrafted() implements FicheEvent {}

    /** A new version was saved; the endorsements of the one before are void. */
    record ActionFicheRevised() implements FicheEvent {}

    /** One side endorsed the current version, and another is still to follow. */
    record ActionFicheEndorsementGiven() implements FicheEvent {}

    /** An authority that asked was merged into another, which is named instead; endorsements stay. */
    record ActionFicheAuthorityMerged() implements FicheEvent {}

    /** All sides have endorsed the same version: the Action is handed over to implementation. */
    record ActionFicheEndorsed() implements FicheEvent {}
}
