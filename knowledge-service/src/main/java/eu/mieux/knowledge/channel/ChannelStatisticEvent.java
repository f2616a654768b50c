package eu.mieux.knowledge.channel;

import eu.mieux.chassis.eventlog.Event;

/** What can happen to a channel statistic. */
sealed interface ChannelStatisticEvent extends Event {

    /** It is known from now on. */
    record ChannelStatisticRecorded() implements ChannelStatisticEvent {}

    /** Its value was corrected. */
    record ChannelStatisticAmended() implements ChannelStatisticEvent {}
}
