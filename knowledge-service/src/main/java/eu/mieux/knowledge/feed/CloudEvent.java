package eu.mieux.knowledge.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.mieux.chassis.inbox.ReceivedEvent;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a change: a CloudEvent 1.0 in the JSON format, without data. It says which record changed and where to read
 * it (the extension "dataref"), not what is in it: what of a record a caller is shown is decided where it is read.
 *
 * @param subject the id of the record
 * @param time when it happened, in UTC
 */
@Schema(
        description =
                "A CloudEvent 1.0: what happened to which record, and where to read it. It carries no data of the record.")
public record CloudEvent(
        @Schema(description = "Of CloudEvents", examples = "1.0")
        String specversion,

        @Schema(description = "Of the event; the same whenever and wherever it is told")
        String id,

        @Schema(description = "The service that owns the record", examples = "/pre-implementation")
        String source,

        @Schema(description = "What happened", examples = "eu.mieux.request-submitted")
        String type,

        UUID subject,
        Instant time,

        @Schema(
                description = "The version of the record that came of it: higher than in all its earlier events",
                examples = "3")
        String sequence,

        @Schema(
                description = "Where the record is read, with the rights of whoever reads",
                examples = "/api/v1/requests/0190a0a0-0000-7000-8000-000000000000")
        String dataref,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "W3C trace context of the call that made the change")
        @Nullable
        String traceparent) {

    static final String TYPE_PREFIX = "eu.mieux.";

    /** Of an event that says where its record is read; services of earlier versions do not. */
    public static Optional<CloudEvent> of(ReceivedEvent event) {
        String dataref = event.attributes().get("dataref");
        if (dataref == null) {
            return Optional.empty();
        }
        return Optional.of(new CloudEvent(
                "1.0",
                Objects.requireNonNull(event.attributes().get("id")),
                Objects.requireNonNull(event.attributes().get("source")),
                TYPE_PREFIX + event.type(),
                event.aggregateId(),
                event.time(),
                Long.toString(event.version()),
                dataref,
                event.attributes().get("traceparent")));
    }
}
