package eu.mieux.preimplementation.meeting;

import eu.mieux.chassis.eventlog.Event;

/** What can happen to a meeting of the steering group. */
sealed interface MeetingEvent extends Event {

    /** It was planned, with its agenda. */
    record MeetingPlanned() implements MeetingEvent {}

    /** It is at another time or place, or called otherwise; what is on its agenda stays. */
    record MeetingMoved() implements MeetingEvent {}

    /** Something else is on its agenda, or in another order. */
    record MeetingAgendaChanged() implements MeetingEvent {}

    /** It took place. */
    record MeetingHeld() implements MeetingEvent {}

    /** It will not take place. */
    record MeetingCancelled() implements MeetingEvent {}

    /** Its minutes were written, or written again. */
    record MeetingMinutesDrafted() implements MeetingEvent {}

    /** Its minutes were adopted, and change no more. */
    record MeetingMinutesAdopted() implements MeetingEvent {}
}
