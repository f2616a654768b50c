package eu.mieux.preimplementation.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers send with meetings. */
final class MeetingCommands {

    static final String CLOCK = "([01]\\d|2[0-3]):[0-5]\\d";

    private MeetingCommands() {}

    /** A meeting, with its agenda. */
    @Schema(name = "PlanMeeting")
    record PlanMeeting(
            @Schema(examples = "Steering group, June meeting")
            @NotBlank(message = "Say what meeting it is.")
            @Size(max = 200, message = "At most 200 characters.")
            String title,

            @NotNull(message = "Say on which day.") LocalDate day,

            @Schema(description = "Time of that day where the facility is, as are all times here", examples = "10:00")
            @NotNull(message = "Say when it begins.")
            @Pattern(regexp = CLOCK, message = "Write the time as HH:MM.")
            String from,

            @Schema(description = "When it ends, on the same day", examples = "12:30")
            @NotNull(message = "Say when it ends.")
            @Pattern(regexp = CLOCK, message = "Write the time as HH:MM.")
            String until,

            @Schema(description = "Where it is; a place, a link or both", examples = "Rue de la Loi 41, room 02/17")
            @Size(max = 300, message = "At most 300 characters.")
            @Nullable
            String place,

            @Schema(description = "By which it is joined: https", examples = "https://meet.example/steering-group")
            @Size(max = 2000, message = "At most 2,000 characters.")
            @Nullable
            String link,

            @NotEmpty(message = "Put at least one point on the agenda.") @Size(max = 50, message = "At most 50 points.")
            List<@NotNull(message = "Say what the point is.") @Valid AgendaPoint> agenda) {}

    /** A point of an agenda: a request, or another topic. */
    @Schema(name = "PlannedAgendaPoint")
    record AgendaPoint(
            @Schema(description = "Id or reference of a request under review", examples = "2026-03")
            @Size(max = 200, message = "At most 200 characters.")
            @Nullable
            String request,

            @Schema(description = "In place of a request", examples = "Any other business")
            @Size(max = 500, message = "At most 500 characters.")
            @Nullable
            String topic) {}

    /** Why it will not take place. */
    @Schema(name = "CancelMeeting")
    record Cancel(
            @NotBlank(message = "Say why.") @Size(max = 2000, message = "At most 2,000 characters.")
            String reason) {}

    /** The minutes as a whole, in place of what was written before. */
    @Schema(name = "WriteMinutes")
    record WriteMinutes(
            @Schema(description = "One for each point of the agenda, in its order")
            @NotNull(message = "Say what was said of each point of the agenda.")
            @Size(max = 50, message = "At most 50 points.")
            List<@NotNull(message = "Say what was said of the point.") @Valid MinutedPoint> points,

            @Schema(description = "Who attended, in the order in which they are listed")
            @NotEmpty(message = "Say who attended.")
            @Size(max = 100, message = "At most 100.")
            List<@NotNull(message = "Say who attended.") @Valid Attendance> attended) {

        List<Meeting.Minuted> minuted() {
            return points.stream()
                    .map(point -> new Meeting.Minuted(point.said(), point.concluded()))
                    .toList();
        }
    }

    /** What the minutes say of a point. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MinutedPoint")
    record MinutedPoint(
            @Size(max = 10_000, message = "At most 10,000 characters.") @Nullable
            String said,

            @Size(max = 5000, message = "At most 5,000 characters.") @Nullable
            String concluded) {}
}
