package eu.mieux.preimplementation.notification;

import eu.mieux.chassis.identity.Listener;
import eu.mieux.chassis.time.Time;
import eu.mieux.preimplementation.meeting.FollowingMeetings;
import eu.mieux.preimplementation.meeting.FollowingMeetings.Followed;
import eu.mieux.preimplementation.notification.Pending.Matter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What of meetings is still to be told when the mail is written: nobody is called to one that has begun, or called off who was not called. */
@ApplicationScoped
class PendingMeetings {

    private final FollowingMeetings meetings;
    private final TakingPart taking;
    private final Told tellings;
    private final Clock clock;

    PendingMeetings(FollowingMeetings meetings, TakingPart taking, Told tellings, Clock clock) {
        this.meetings = meetings;
        this.taking = taking;
        this.tellings = tellings;
        this.clock = clock;
    }

    Optional<Matter> convened(Told.Matter told, List<Listener> capacities) {
        return of(told, capacities, meeting -> meeting.isPlanned() && isAhead(meeting))
                .map(meeting -> matter(told, meeting, new Details.Convened(meeting.place(), told.again())));
    }

    /** Not for her whom the mail that calls to it has not reached; who wants no such mails knows of it by other ways. */
    Optional<Matter> cancelled(Told.Matter told, Recipient recipient, List<Listener> capacities) {
        boolean knows = recipient.delivery(NotificationKind.MEETING_CONVENED) == NotificationDelivery.NEVER
                || tellings.wasCalled(recipient, told.about());
        return of(told, capacities, meeting -> knows && isAhead(meeting))
                .map(meeting -> matter(told, meeting, new Details.Nothing()));
    }

    Optional<Matter> minuted(Told.Matter told, List<Listener> capacities) {
        return of(told, capacities, Followed::hasDraft).map(meeting -> matter(told, meeting, new Details.Nothing()));
    }

    private Optional<Followed> of(Told.Matter told, List<Listener> capacities, Predicate<Followed> waits) {
        return meetings.find(told.about())
                .filter(waits)
                .filter(meeting -> capacities.stream().anyMatch(taking.in(meeting)::include));
    }

    private boolean isAhead(Followed meeting) {
        return meeting.startsAt().isAfter(Time.now(clock));
    }

    private static Matter matter(Told.Matter told, Followed meeting, Details details) {
        return new Matter(told.kind(), new Heading.OfMeeting(meeting), details);
    }
}
