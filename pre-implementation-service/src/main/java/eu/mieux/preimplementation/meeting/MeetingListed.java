package eu.mieux.preimplementation.meeting;

import eu.mieux.chassis.identity.Selection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A meeting as a line of a list. */
@Schema(name = "MeetingListed")
record MeetingListed(
        UUID id,
        long version,
        MeetingStatus status,
        String title,

        @Schema(description = "Where the facility is") LocalDate day,
        Instant startsAt,
        Instant endsAt,
        @Nullable String place,

        @Schema(description = "References of those on its agenda, in their order")
        List<String> requests,

        @Schema(description = "Null when there are none yet") @Nullable
        MinutesStatus minutes) {

    /** Of a row of the table with the references of its requests. */
    static MeetingListed of(ResultSet row) throws SQLException {
        String minutes = row.getString("minutes_status");
        return new MeetingListed(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                MeetingStatus.valueOf(row.getString("status")),
                row.getString("title"),
                row.getObject("day", LocalDate.class),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getString("place"),
                Selection.texts(row, "requests"),
                minutes == null ? null : MinutesStatus.valueOf(minutes));
    }
}
