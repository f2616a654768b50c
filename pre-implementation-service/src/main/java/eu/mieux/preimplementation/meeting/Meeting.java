package eu.mieux.preimplementation.meeting;

import eu.mieux.chassis.eventlog.Aggregate;
import eu.mieux.chassis.time.Time;
import eu.mieux.preimplementation.meeting.MeetingEvent.MeetingAgendaChanged;
import eu.mieux.preimplementation.meeting.MeetingEvent.MeetingCancelled;
import eu.mieux.preimplementation.meeting.MeetingEvent.MeetingHeld;
import eu.mieux.preimplementation.meeting.MeetingEvent.MeetingMinutesAdopted;
import eu.mieux.preimplementation.meeting.MeetingEvent.MeetingMinutesDrafted;
import eu.mieux.preimplementation.meeting.MeetingEvent.MeetingMoved;
import eu.mieux.preimplementation.meeting.MeetingEvent.MeetingPlanned;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A meeting of the steering group about requests under review: planned, held, and its minutes adopted. */
@Entity
@Table(name = "meeting")
class Meeting implements Aggregate {

    @Id
    private UUID id;

    @Column
    private long version;

    @Column
    private String title;

    @Column
    private LocalDate day;

    @Column(name = "from_time")
    private LocalTime from;

    @Column(name = "until_time")
    private LocalTime until;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column
    private @Nullable String place;

    @Column
    private @Nullable String link;

    @Column
    @Enumerated(EnumType.STRING)
    private MeetingStatus status;

    @Column(name = "cancelled_because")
    private @Nullable String cancelledBecause;

    @Column(columnDefinition = "text[]")
    private List<String> countries;

    @ElementCollection
    @CollectionTable(name = "meeting_point", joinColumns = @JoinColumn(name = "meeting_id"))
    @OrderColumn(name = "place")
    private List<Point> agenda = new ArrayList<>();

    @Column(name = "minutes_status")
    @Enumerated(EnumType.STRING)
    private @Nullable MinutesStatus minutes;

    @Column(name = "minutes_changed_at")
    private @Nullable Instant minutesChangedAt;

    @ElementCollection
    @CollectionTable(name = "meeting_attendance", joinColumns = @JoinColumn(name = "meeting_id"))
    @OrderColumn(name = "place")
    private List<Attendance> attended = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    Meeting() {}

    /** @param countries of the requests on the agenda */
    @SuppressWarnings("NullAway.Init") // take() fills the rest.
    Meeting(Plan plan, ZoneId zone, List<Point> agenda, List<String> countries) {
        this.id = Time.newId();
        this.status = MeetingStatus.PLANNED;
        this.countries = countries;
        this.agenda.addAll(agenda);
        take(plan, zone);
        this.version = 1;
    }

    MeetingPlanned birth() {
        return new MeetingPlanned();
    }

    /** Empty when that changes nothing. */
    Optional<MeetingEvent> plan(Plan plan, ZoneId zone, List<Point> points, List<String> itsCountries) {
        become(MeetingStatus.PLANNED);
        boolean sameAgenda = isAgenda(points);
        if (sameAgenda && plan.equals(plan())) {
            return Optional.empty();
        }
        take(plan, zone);
        version++;
        if (sameAgenda) {
            return Optional.of(new MeetingMoved());
        }
        agenda.clear();
        agenda.addAll(points);
        countries = itsCountries;
        return Optional.of(new MeetingAgendaChanged());
    }

    MeetingHeld end(Instant now) {
        become(MeetingStatus.HELD);
        if (now.isBefore(startsAt)) {
            throw new MeetingRefusals.MeetingNotBegun(startsAt);
        }
        status = MeetingStatus.HELD;
        version++;
        return new MeetingHeld();
    }

    MeetingCancelled cancel(String because) {
        become(MeetingStatus.CANCELLED);
        status = MeetingStatus.CANCELLED;
        cancelledBecause = because;
        version++;
        return new MeetingCancelled();
    }

    /** What the minutes say of a point of the agenda. */
    record Minuted(@Nullable String said, @Nullable String concluded) {}

    /** @param points one for each of the agenda, in its order */
    MeetingMinutesDrafted minute(List<Minuted> points, List<Attendance> who, Instant at) {
        requireMinutable();
        for (int i = 0; i < agenda.size(); i++) {
            agenda.get(i).minute(points.get(i).said(), points.get(i).concluded());
        }
        attended.clear();
        attended.addAll(who);
        minutes = MinutesStatus.DRAFT;
        minutesChangedAt = at;
        version++;
        return new MeetingMinutesDrafted();
    }

    MeetingMinutesAdopted adopt(Instant at) {
        requireMinutable();
        if (minutes == null) {
            throw new MeetingRefusals.NoMinutes();
        }
        minutes = MinutesStatus.ADOPTED;
        minutesChangedAt = at;
        version++;
        return new MeetingMinutesAdopted();
    }

    private void requireMinutable() {
        if (status != MeetingStatus.HELD) {
            throw new MeetingRefusals.MeetingNotHeld(status);
        }
        if (minutes == MinutesStatus.ADOPTED) {
            throw new MeetingRefusals.MinutesAdopted();
        }
    }

    private void become(MeetingStatus next) {
        if (!status.mayBecome(next)) {
            throw new MeetingRefusals.MeetingClosed(status);
        }
    }

    private void take(Plan plan, ZoneId zone) {
        title = plan.title();
        day = plan.day();
        from = plan.from();
        until = plan.until();
        startsAt = plan.startsAt(zone);
        endsAt = plan.endsAt(zone);
        place = plan.place();
        link = plan.link();
    }

    private boolean isAgenda(List<Point> points) {
        if (points.size() != agenda.size()) {
            return false;
        }
        for (int i = 0; i < points.size(); i++) {
            if (!points.get(i).isAbout(agenda.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String aggregateType() {
        return "meeting";
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public MeetingState publicState() {
        return new MeetingState(
                id,
                status,
                startsAt,
                endsAt,
                agenda.stream()
                        .map(Point::requestReference)
                        .filter(Objects::nonNull)
                        .toList(),
                minutes);
    }

    Plan plan() {
        return new Plan(title, day, from, until, place, link);
    }

    MeetingStatus status() {
        return status;
    }

    Instant startsAt() {
        return startsAt;
    }

    Instant endsAt() {
        return endsAt;
    }

    @Nullable
    String cancelledBecause() {
        return cancelledBecause;
    }

    List<Point> agenda() {
        return List.copyOf(agenda);
    }

    /** The requests on the agenda, in their order. */
    List<UUID> requests() {
        return agenda.stream().map(Point::requestId).filter(Objects::nonNull).toList();
    }

    @Nullable
    MinutesStatus minutes() {
        return minutes;
    }

    @Nullable
    Instant minutesChangedAt() {
        return minutesChangedAt;
    }

    List<Attendance> attended() {
        return List.copyOf(attended);
    }
}
