package eu.mieux.preimplementation.meeting;

import eu.mieux.chassis.codelist.CodeLists;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Meetings as those see them who tell people of them, in whosever sight they are. */
@ApplicationScoped
public class FollowingMeetings {

    private final Meetings meetings;
    private final CodeLists codes;

    FollowingMeetings(Meetings meetings, CodeLists codes) {
        this.meetings = meetings;
        this.codes = codes;
    }

    /**
     * Where a meeting stands.
     *
     * @param zone of these times
     * @param place null where they meet by a link alone
     * @param appointment another as soon as the time, the place or the link is another; the link cannot be read from it
     * @param hasDraft whether minutes are written, and not adopted
     * @param requests on the agenda
     */
    public record Followed(
            UUID id,
            String title,
            LocalDate day,
            LocalTime from,
            LocalTime until,
            String zone,
            @Nullable String place,
            String appointment,
            Instant startsAt,
            boolean isPlanned,
            boolean hasDraft,
            List<UUID> requests) {}

    public Optional<Followed> find(UUID id) {
        return meetings.findByIdOptional(id).map(this::followed);
    }

    private Followed followed(Meeting meeting) {
        Plan plan = meeting.plan();
        return new Followed(
                meeting.id(),
                plan.title(),
                plan.day(),
                plan.from(),
                plan.until(),
                codes.facility().zone().getId(),
                plan.place(),
                appointment(plan),
                meeting.startsAt(),
                meeting.status() == MeetingStatus.PLANNED,
                meeting.minutes() == MinutesStatus.DRAFT,
                meeting.requests());
    }

    private static String appointment(Plan plan) {
        byte[] where = (plan.place() + "\n" + plan.link()).getBytes(StandardCharsets.UTF_8);
        return "%s %s-%s %s".formatted(plan.day(), plan.from(), plan.until(), UUID.nameUUIDFromBytes(where));
    }
}
