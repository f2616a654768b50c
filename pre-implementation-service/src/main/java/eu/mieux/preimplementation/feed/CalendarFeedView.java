package eu.mieux.preimplementation.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.mieux.chassis.identity.Selection;
import eu.mieux.preimplementation.deadline.DeadlineKind;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A link to a calendar as clients see it. */
@Schema(name = "CalendarFeed")
record CalendarFeedView(
        UUID id,
        long version,

        @Schema(description = "The subject of the token that it was made with")
        String owner,

        String name,

        @Schema(description = "Of what the calendar says: en, fr or es")
        String language,

        @Schema(description = "None are all") List<DeadlineKind> kinds,
        Instant createdAt,

        @Schema(description = "When a program read it last, to the minute; null before any did") @Nullable
        Instant lastReadAt,

        @Schema(
                description =
                        "Where calendar programs read it. It is told when it is made, and never again: whoever has it reads the calendar",
                format = "uri",
                examples =
                        "https://api.example/api/v1/calendar-feeds/cal_9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqrTwj.ics")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String link) {

    static CalendarFeedView made(CalendarFeed feed, URI link) {
        return new CalendarFeedView(
                feed.id(),
                feed.version(),
                feed.owner(),
                feed.name(),
                feed.language().toLanguageTag(),
                feed.kinds(),
                feed.createdAt(),
                null,
                link.toString());
    }

    /** Of a row of the table with its reading. */
    static CalendarFeedView of(ResultSet row) throws SQLException {
        OffsetDateTime read = row.getObject("read_at", OffsetDateTime.class);
        return new CalendarFeedView(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("owner"),
                row.getString("name"),
                row.getString("language"),
                Selection.texts(row, "kinds").stream()
                        .map(DeadlineKind::valueOf)
                        .toList(),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                read == null ? null : read.toInstant(),
                null);
    }
}
