package eu.mieux.preimplementation.meeting;

import eu.mieux.chassis.problem.NotFound;
import eu.mieux.preimplementation.request.AgendaRequests;
import eu.mieux.preimplementation.request.AgendaRequests.Brief;
import eu.mieux.preimplementation.request.AgendaRequests.OnAgenda;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Meetings as the documents about them need them. What is out of the caller's sight is absent. */
@ApplicationScoped
public class MeetingsInSight {

    private final Meetings meetings;
    private final ShowingMeetings showing;
    private final AgendaRequests requests;

    MeetingsInSight(Meetings meetings, ShowingMeetings showing, AgendaRequests requests) {
        this.meetings = meetings;
        this.showing = showing;
        this.requests = requests;
    }

    /**
     * A meeting.
     *
     * @param cancelledBecause null unless it is cancelled
     * @param invited institutions
     * @param minutes null when there are none
     */
    public record Known(
            String title,
            LocalDate day,
            LocalTime from,
            LocalTime until,
            @Nullable String place,
            @Nullable String link,
            @Nullable String cancelledBecause,
            List<Item> items,
            List<String> invited,
            @Nullable Minutes minutes) {}

    /**
     * A point of its agenda.
     *
     * @param reference of a request; null for another topic
     * @param topic null for a request
     * @param brief null for another topic, and for a request that is not the caller's to see
     */
    public record Item(
            @Nullable String reference,
            @Nullable String topic,
            @Nullable Brief brief,
            @Nullable String said,
            @Nullable String concluded) {}

    /** @param isAdopted whether they are not a draft any more */
    public record Minutes(boolean isAdopted, Instant changedAt, List<Attended> attended) {}

    /** @param function null where it does not matter */
    public record Attended(String institution, @Nullable String function) {}

    public Known get(String id) {
        return known(meetings.get(id));
    }

    /** @throws NotFound as long as nobody has written minutes */
    public Known withMinutes(String id) {
        Meeting meeting = meetings.get(id);
        if (meeting.minutes() == null) {
            throw new NotFound("minutes of meeting", id);
        }
        return known(meeting);
    }

    private Known known(Meeting meeting) {
        Plan plan = meeting.plan();
        Map<UUID, OnAgenda> seen = requests.inSight(meeting.requests());
        Set<UUID> heard = requests.heard(meeting.requests());
        return new Known(
                plan.title(),
                plan.day(),
                plan.from(),
                plan.until(),
                plan.place(),
                plan.link(),
                meeting.cancelledBecause(),
                meeting.agenda().stream().map(point -> item(point, seen, heard)).toList(),
                showing.invited(meeting, seen),
                minutes(meeting));
    }

    private Item item(Point point, Map<UUID, OnAgenda> seen, Set<UUID> heard) {
        UUID id = point.requestId();
        boolean isHidden = id != null && !seen.containsKey(id);
        boolean isHeard = id == null || heard.contains(id);
        return new Item(
                point.requestReference(),
                point.topic(),
                id == null || isHidden ? null : requests.brief(id),
                isHeard ? point.said() : null,
                isHeard ? point.concluded() : null);
    }

    private static @Nullable Minutes minutes(Meeting meeting) {
        Instant changedAt = meeting.minutesChangedAt();
        return changedAt == null
                ? null
                : new Minutes(
                        meeting.minutes() == MinutesStatus.ADOPTED,
                        changedAt,
                        meeting.attended().stream()
                                .map(one -> new Attended(one.institution(), one.function()))
                                .toList());
    }
}
