package eu.mieux.preimplementation.meeting;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.chassis.text.Visible;
import eu.mieux.chassis.time.Time;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.request.AgendaRequests;
import eu.mieux.preimplementation.request.AgendaRequests.OnAgenda;
import eu.mieux.preimplementation.request.RequestStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Planning meetings of the steering group, changing one's mind, and saying what became of them. */
@ApplicationScoped
@Transactional
class Convening {

    private final Meetings meetings;
    private final AgendaRequests requests;
    private final ShowingMeetings showing;
    private final EventLog events;
    private final CodeLists codes;
    private final Clock clock;

    Convening(
            Meetings meetings,
            AgendaRequests requests,
            ShowingMeetings showing,
            EventLog events,
            CodeLists codes,
            Clock clock) {
        this.meetings = meetings;
        this.requests = requests;
        this.showing = showing;
        this.events = events;
        this.codes = codes;
        this.clock = clock;
    }

    Meeting plan(MeetingCommands.PlanMeeting command) {
        Agenda agenda = agenda(command, Set.of());
        Meeting meeting = new Meeting(checked(command), codes.facility().zone(), agenda.points(), agenda.countries());
        meetings.persistAndFlush(meeting);
        events.append(meeting, meeting.birth());
        return meeting;
    }

    /** The whole of it, in place of what was planned before. What was decided since may stay on the agenda. */
    Meeting change(String id, @Nullable String ifMatch, MeetingCommands.PlanMeeting command) {
        Meeting meeting = meetings.getForChange(id);
        requireAllInSight(meeting);
        ETags.require(ifMatch, meeting);
        Agenda agenda = agenda(command, Set.copyOf(meeting.requests()));
        meeting.plan(checked(command), codes.facility().zone(), agenda.points(), agenda.countries())
                .ifPresent(event -> events.append(meeting, event));
        return meeting;
    }

    Meeting end(String id, @Nullable String ifMatch) {
        Meeting meeting = meetings.getForChange(id);
        requireAllInSight(meeting);
        ETags.honour(ifMatch, meeting);
        events.append(meeting, meeting.end(Time.now(clock)));
        return meeting;
    }

    Meeting cancel(String id, @Nullable String ifMatch, String because) {
        Meeting meeting = meetings.getForChange(id);
        requireAllInSight(meeting);
        ETags.honour(ifMatch, meeting);
        events.append(meeting, meeting.cancel(because));
        return meeting;
    }

    /** Who plans a meeting knows what it is about; what she does not see she could not but take off the agenda. */
    void requireAllInSight(Meeting meeting) {
        if (!showing.showsAll(meeting)) {
            throw new MeetingRefusals.AgendaBeyondYou();
        }
    }

    private Plan checked(MeetingCommands.PlanMeeting command) {
        LocalTime from = LocalTime.parse(command.from());
        LocalTime until = LocalTime.parse(command.until());
        ZoneId zone = codes.facility().zone();
        Optional<ZoneOffsetTransition> leapAtFrom = leap(command.day().atTime(from), zone);
        Optional<ZoneOffsetTransition> leapAtUntil = leap(command.day().atTime(until), zone);
        new InvalidFields.Check()
                .that(
                        leapAtFrom.isEmpty(),
                        "/from",
                        leapAtFrom.map(leap -> remedy(leap, zone)).orElse(""))
                .that(
                        leapAtUntil.isEmpty(),
                        "/until",
                        leapAtUntil.map(leap -> remedy(leap, zone)).orElse(""))
                .that(until.isAfter(from), "/until", "A meeting ends after it begins, on the same day.")
                .that(FacilityCalendar.holds(command.day()), "/day", FacilityCalendar.OUT_OF_BOUNDS)
                .that(
                        Visible.in(command.place()) || Visible.in(command.link()),
                        "/place",
                        "Say where it is: a place, a link or both.")
                .that(isLink(command.link()), "/link", "A link begins with https://, and has no blank in it.")
                .orRefuse();
        return new Plan(command.title(), command.day(), from, until, command.place(), command.link());
    }

    /** Of the clocks, over this time: nobody's clock shows it. */
    private static Optional<ZoneOffsetTransition> leap(LocalDateTime time, ZoneId zone) {
        return Optional.ofNullable(zone.getRules().getTransition(time)).filter(ZoneOffsetTransition::isGap);
    }

    private static String remedy(ZoneOffsetTransition leap, ZoneId zone) {
        return "On %s the clocks go from %s to %s (%s): take a time before or after that."
                .formatted(
                        leap.getDateTimeBefore().toLocalDate(),
                        leap.getDateTimeBefore().toLocalTime(),
                        leap.getDateTimeAfter().toLocalTime(),
                        zone);
    }

    private static boolean isSubmittedBy(LocalDate day, OnAgenda request) {
        LocalDate submittedOn = request.submittedOn();
        return submittedOn == null || !submittedOn.isAfter(day);
    }

    private static boolean isLink(@Nullable String link) {
        if (link == null) {
            return true;
        }
        try {
            URI uri = URI.create(link);
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
        } catch (IllegalArgumentException noUri) {
            return false;
        }
    }

    /** What is on an agenda, and the countries that it is about. */
    private record Agenda(List<Point> points, List<String> countries) {}

    private Agenda agenda(MeetingCommands.PlanMeeting command, Set<UUID> before) {
        InvalidFields.Check check = new InvalidFields.Check();
        List<Point> points = new ArrayList<>();
        Set<UUID> requestsSoFar = new HashSet<>();
        List<String> countries = new ArrayList<>();
        List<MeetingCommands.AgendaPoint> given = command.agenda();
        for (int i = 0; i < given.size(); i++) {
            String at = "/agenda/" + i;
            String named = given.get(i).request();
            String topic = given.get(i).topic();
            check.that(
                    (named == null) != !Visible.in(topic), at, "Name a request, or say what the topic is; not both.");
            if (named == null) {
                points.add(Point.topic(Objects.requireNonNullElse(topic, "")));
                continue;
            }
            Optional<OnAgenda> found = requests.find(named);
            check.that(found.isPresent(), at + "/request", "There is no request %s in your sight.".formatted(named));
            found.ifPresent(request -> {
                check.that(
                                request.status() == RequestStatus.UNDER_REVIEW || before.contains(request.id()),
                                at + "/request",
                                "Request %s is %s; the steering group meets about those under review."
                                        .formatted(request.reference(), request.status()))
                        .that(
                                isSubmittedBy(command.day(), request),
                                at + "/request",
                                "Request %s was submitted on %s: take it off the agenda, or meet on that day or later."
                                        .formatted(request.reference(), request.submittedOn()))
                        .that(
                                requestsSoFar.add(request.id()),
                                at + "/request",
                                "Request %s is on the agenda already.".formatted(request.reference()));
                points.add(Point.request(request.id(), request.reference()));
                countries.addAll(request.countries());
            });
        }
        check.orRefuse();
        return new Agenda(points, countries.stream().distinct().sorted().toList());
    }
}
