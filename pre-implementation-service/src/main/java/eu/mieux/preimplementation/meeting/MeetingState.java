package eu.mieux.preimplementation.meeting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What others may know of a meeting: not where it is, for whoever has the link to it may come in; nor which countries it is about,
 * for an EU Delegation hears of it that sees one of several requests.
 *
 * @param requests references of those on its agenda, in their order
 * @param minutes null when there are none yet
 */
record MeetingState(
        UUID id,
        MeetingStatus status,
        Instant startsAt,
        Instant endsAt,
        List<String> requests,
        @Nullable MinutesStatus minutes) {}
