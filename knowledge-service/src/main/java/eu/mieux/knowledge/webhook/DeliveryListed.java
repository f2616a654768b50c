package eu.mieux.knowledge.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A delivery as a line of the log. */
@Schema(name = "DeliveryListed")
record DeliveryListed(
        UUID id,
        DeliveryStatus status,

        @Schema(description = "Of the event: the webhook-id of every try")
        String eventId,

        @Schema(description = "What happened", examples = "eu.mieux.request-submitted")
        String type,

        @Schema(description = "The id of the record") UUID subject,
        Instant createdAt,
        @Nullable Instant deliveredAt,

        @Schema(description = "How often it was tried") int attempts,

        @Schema(description = "When it was tried last") @Nullable
        Instant attemptedAt,

        @Schema(description = "The first delivery of the same record that was not taken: this one is sent after it")
        @Nullable
        UUID waitsFor) {

    static DeliveryListed of(ResultSet row) throws SQLException {
        return new DeliveryListed(
                row.getObject("id", UUID.class),
                DeliveryStatus.valueOf(row.getString("status")),
                row.getString("event_id"),
                row.getString("type"),
                row.getObject("subject", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "delivered_at"),
                row.getInt("attempts"),
                instant(row, "attempted_at"),
                row.getObject("waits_for", UUID.class));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
