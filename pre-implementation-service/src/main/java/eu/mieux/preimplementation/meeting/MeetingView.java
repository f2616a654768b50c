package eu.mieux.preimplementation.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A meeting as its viewer may see it. */
@Schema(name = "Meeting")
record MeetingView(
        UUID id,
        long version,
        MeetingStatus status,
        String title,

        @Schema(description = "Where the facility is, as are from and until")
        LocalDate day,

        @Schema(examples = "10:00") String from,
        @Schema(examples = "12:30") String until,

        @Schema(description = "The time zone of these", examples = "Europe/Brussels")
        String zone,

        Instant startsAt,
        Instant endsAt,
        @Nullable String place,
        @Nullable String link,

        @Schema(description = "Why it does not take place; null unless it is CANCELLED") @Nullable
        String cancelledBecause,

        List<PointView> agenda,

        @Schema(
                description =
                        "The institutions that are asked about the requests on the agenda, those in your sight: EUD-CM is the EU Delegation to Cameroon")
        List<String> invited,

        @Schema(description = "Null when there are none yet") @Nullable
        MinutesView minutes) {

    /** A point of the agenda. */
    @Schema(name = "AgendaPoint")
    record PointView(
            @Schema(description = "Its reference; null for another topic") @Nullable
            String request,

            @Schema(description = "Absent for another topic, and when the request is not yours to see")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            UUID requestId,

            @Schema(description = "Of the request, or the topic; absent when the request is not yours to see")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            String title) {}

    /** The minutes. */
    @Schema(name = "Minutes")
    record MinutesView(
            MinutesStatus status,

            @Schema(description = "When they were written, or adopted")
            Instant changedAt,

            @Schema(
                    description =
                            "One for each point of the agenda, in its order; empty for requests that are not yours to see")
            List<MeetingCommands.MinutedPoint> points,

            List<Attendance> attended) {}
}
