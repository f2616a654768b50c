package eu.mieux.expert.roster;

import eu.mieux.chassis.eventlog.Event;

/** What can happen to an expert on the roster. */
sealed interface ExpertEvent extends Event {

    /** The facility knows her from now on. */
    record ExpertRegistered() implements ExpertEvent {}

    /** Her profile was changed or corrected. */
    record ExpertAmended() implements ExpertEvent {}
}
