package eu.mieux.preimplementation.mailing;

import eu.mieux.chassis.identity.Selection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A mail as its operators see it. */
@Schema(name = "Notification")
record NotificationView(
        UUID id,
        MailOccasion occasion,
        MailState state,

        @Schema(description = "Where it goes; null when no address is confirmed any more") @Nullable
        String address,

        @Schema(description = "In which language it is written")
        String language,

        @Schema(description = "What it tells of; none to confirm an address")
        List<String> kinds,

        @Schema(description = "How many things it tells of") int matters,

        Instant queuedAt,

        @Schema(description = "When it is tried next, if it is QUEUED")
        Instant dueAt,

        int attempts,
        @Nullable Instant attemptedAt,

        @Schema(description = "When the mail server took it") @Nullable
        Instant sentAt,

        @Schema(description = "Why the last try failed, in the words of the mail server") @Nullable
        String failure) {

    static NotificationView of(ResultSet row) throws SQLException {
        return new NotificationView(
                row.getObject("id", UUID.class),
                MailOccasion.valueOf(row.getString("occasion")),
                MailState.valueOf(row.getString("state")),
                row.getString("address"),
                row.getString("language"),
                Selection.texts(row, "kinds"),
                row.getInt("matters"),
                at(row, "queued_at"),
                at(row, "due_at"),
                row.getInt("attempts"),
                maybe(row, "attempted_at"),
                maybe(row, "sent_at"),
                row.getString("failure"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
