package eu.mieux.knowledge.media;

import eu.mieux.chassis.eventlog.Event;

/** What can happen to a media mention. */
sealed interface MediaMentionEvent extends Event {

    /** It is known from now on. */
    record MediaMentionRecorded() implements MediaMentionEvent {}

    /** Its facts were corrected. */
    record MediaMentionAmended() implements MediaMentionEvent {}
}
