package eu.mieux.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** The Kafka headers of every event: CloudEvents 1.0 in binary mode, as the services' relay writes them. */
final class CloudEventHeaders {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRACE = "traceparent";

    /** Of the records that can still be read when the event is sent, and of calls that are traced. */
    private static final Set<String> OPTIONAL = Set.of(TRACE, "ce_dataref", "ce_audience");

    private CloudEventHeaders() {}

    static ObjectNode schema() {
        ObjectNode schema = JSON.createObjectNode()
                .put("type", "object")
                .put("description", "The headers of a CloudEvent in Kafka's binary mode; each is text in UTF-8");
        ObjectNode headers = schema.putObject("properties");
        text(headers, "ce_specversion", "Of CloudEvents").putArray("enum").add("1.0");
        text(headers, "ce_id", "The event's own id").put("format", "uuid");
        text(headers, "ce_type", "What happened: eu.mieux.request-submitted");
        text(headers, "ce_source", "Which service tells");
        text(headers, "ce_subject", "The record's id, as in the key").put("format", "uuid");
        text(headers, "ce_time", "When it was recorded, in UTC").put("format", "date-time");
        text(headers, "ce_sequence", "The record's version, from 1; each event of a record has the next")
                .put("pattern", "^[1-9][0-9]*$");
        text(headers, "ce_dataref", "Where the record is read").put("format", "uri-reference");
        text(
                        headers,
                        "ce_audience",
                        "Who may see the record, a JSON array: a role and a claim that it needs, officer:regions=AFRICA, or"
                                + " a role alone, manager:*, or everybody:*")
                .put("contentMediaType", "application/json");
        text(headers, TRACE, "The trace that the change belongs to (W3C Trace Context), where there is one");
        text(headers, "content-type", "Of the value").putArray("enum").add("application/json");
        ArrayNode required = schema.putArray("required");
        headers.fieldNames().forEachRemaining(name -> {
            if (!OPTIONAL.contains(name)) {
                required.add(name);
            }
        });
        return schema;
    }

    private static ObjectNode text(ObjectNode headers, String name, String description) {
        return headers.putObject(name).put("type", "string").put("description", description);
    }

    static void example(ObjectNode headers, String type, String source, JsonNode id) {
        headers.put("ce_specversion", "1.0")
                .put("ce_id", "019361a0-7a10-7d41-8c55-2f6b1f0c9a17")
                .put("ce_type", type)
                .put("ce_source", source)
                .set("ce_subject", id);
        headers.put("ce_time", "2026-03-02T09:30:00.123456Z")
                .put("ce_sequence", "1")
                .put(TRACE, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .put("content-type", "application/json");
    }
}
