package eu.mieux.preimplementation.meeting;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.preimplementation.request.AgendaRequests;
import eu.mieux.preimplementation.request.AgendaRequests.OnAgenda;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Meetings as their viewers may see them: of a request that is not theirs to see they learn that it is on the agenda, and of one from
 * which an institution of theirs has stepped back not what was said of it, until it is decided.
 */
@ApplicationScoped
class ShowingMeetings {

    private static final MeetingCommands.MinutedPoint NOTHING = new MeetingCommands.MinutedPoint(null, null);

    private final AgendaRequests requests;
    private final CodeLists codes;

    ShowingMeetings(AgendaRequests requests, CodeLists codes) {
        this.requests = requests;
        this.codes = codes;
    }

    MeetingView view(Meeting meeting) {
        Map<UUID, OnAgenda> seen = requests.inSight(meeting.requests());
        Plan plan = meeting.plan();
        return new MeetingView(
                meeting.id(),
                meeting.version(),
                meeting.status(),
                plan.title(),
                plan.day(),
                plan.from().toString(),
                plan.until().toString(),
                codes.facility().zone().getId(),
                meeting.startsAt(),
                meeting.endsAt(),
                plan.place(),
                plan.link(),
                meeting.cancelledBecause(),
                meeting.agenda().stream().map(point -> point(point, seen)).toList(),
                invited(meeting, seen),
                minutes(meeting));
    }

    /** Whether all that is on the agenda is in the caller's sight. */
    boolean showsAll(Meeting meeting) {
        return requests.inSight(meeting.requests()).keySet().containsAll(meeting.requests());
    }

    private static MeetingView.PointView point(Point point, Map<UUID, OnAgenda> seen) {
        UUID id = point.requestId();
        if (id == null) {
            return new MeetingView.PointView(null, null, point.topic());
        }
        OnAgenda request = seen.get(id);
        return request == null
                ? new MeetingView.PointView(point.requestReference(), null, null)
                : new MeetingView.PointView(request.reference(), id, request.title());
    }

    List<String> invited(Meeting meeting, Map<UUID, OnAgenda> seen) {
        return meeting.requests().stream()
                .filter(seen::containsKey)
                .flatMap(id -> requests.asked(id).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private MeetingView.@Nullable MinutesView minutes(Meeting meeting) {
        MinutesStatus status = meeting.minutes();
        Set<UUID> heard = requests.heard(meeting.requests());
        return status == null
                ? null
                : new MeetingView.MinutesView(
                        status,
                        Objects.requireNonNull(meeting.minutesChangedAt()),
                        meeting.agenda().stream()
                                .map(point -> isHeard(point, heard)
                                        ? new MeetingCommands.MinutedPoint(point.said(), point.concluded())
                                        : NOTHING)
                                .toList(),
                        meeting.attended());
    }

    private static boolean isHeard(Point point, Set<UUID> heard) {
        UUID id = point.requestId();
        return id == null || heard.contains(id);
    }
}
