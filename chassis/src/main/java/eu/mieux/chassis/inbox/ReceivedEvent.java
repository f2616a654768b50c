package eu.mieux.chassis.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mieux.chassis.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * An event as it came from the broker.
 *
 * @param aggregateType noun of the topic
 * @param aggregateId whose event it is
 * @param version the aggregate's version after it
 * @param type {@code request-approved}
 * @param time when it was recorded by its owner
 * @param state the aggregate's whole public state after it
 * @param audience who may hear of it, as its owner says ({@code officer:regions=AFRICA}); nobody where it says nothing
 * @param attributes all attributes of the CloudEvent by their names, as they were sent, {@code id} and {@code source} always
 *     among them
 */
public record ReceivedEvent(
        String aggregateType,
        UUID aggregateId,
        long version,
        String type,
        Instant time,
        JsonNode state,
        List<String> audience,
        Map<String, String> attributes) {

    private static final String TYPE_PREFIX = "eu.mieux.";
    private static final String ATTRIBUTE = "ce_.+|traceparent";
    private static final List<String> REQUIRED = List.of("ce_id", "ce_source");
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    /** Thrown for a record that is not an event of ours; such a record is parked. */
    static final class Unreadable extends RuntimeException {
        Unreadable(String why) {
            super(why, null, false, false);
        }
    }

    static ReceivedEvent of(ConsumerRecord<String, byte[]> record, ObjectMapper json) {
        if (record.value() == null) {
            throw new Unreadable("The record has no value.");
        }
        try {
            JsonNode state = json.readTree(record.value());
            if (state == null || !state.isObject()) {
                throw new Unreadable("The value is not a JSON object.");
            }
            REQUIRED.forEach(name -> header(record, name));
            Map<String, String> attributes = attributes(record);
            return new ReceivedEvent(
                    Topics.aggregateType(record.topic()),
                    UUID.fromString(String.valueOf(record.key())),
                    version(header(record, "ce_sequence")),
                    withoutPrefix(header(record, "ce_type")),
                    Instant.parse(header(record, "ce_time")),
                    state,
                    json.readValue(attributes.getOrDefault("audience", "[]"), TEXTS),
                    attributes);
        } catch (JsonProcessingException e) {
            throw new Unreadable("The value is not JSON: " + e.getOriginalMessage());
        } catch (java.io.IOException e) {
            throw new Unreadable("The value cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new Unreadable("Key or headers are not those of a CloudEvent: " + e.getMessage());
        }
    }

    private static Map<String, String> attributes(ConsumerRecord<String, byte[]> record) {
        return Stream.of(record.headers().toArray())
                .filter(header -> header.key().matches(ATTRIBUTE) && header.value() != null)
                .collect(Collectors.toUnmodifiableMap(
                        header -> header.key().replaceFirst("^ce_", ""),
                        header -> new String(header.value(), StandardCharsets.UTF_8),
                        (earlier, later) -> later));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new Unreadable("The header " + name + " is missing.");
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static long version(String sequence) {
        long version = Long.parseLong(sequence);
        if (version < 1) {
            throw new Unreadable("The header ce_sequence is not a version.");
        }
        return version;
    }

    private static String withoutPrefix(String type) {
        return type.startsWith(TYPE_PREFIX) ? type.substring(TYPE_PREFIX.length()) : type;
    }
}
