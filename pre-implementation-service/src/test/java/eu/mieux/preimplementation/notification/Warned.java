package eu.mieux.preimplementation.notification;

import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;

import eu.mieux.chassis.testing.Stream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The event by which a request of Africa is said to be late, without its being so. */
final class Warned {

    static final String AFRICA = "AFRICA_CENTRAL_EASTERN_SOUTHERN";

    private Warned() {}

    static void of(String id, long version, Instant time) {
        String state = """
                {"id": "%s", "reference": "%s", "title": "At risk", "authorityKeys": ["ug-ministry-of-interior"],
                 "countries": ["UG"], "themes": ["BORDER_MANAGEMENT"], "status": "SUBMITTED", "submittedOn": "2026-01-31",
                 "decidedOn": null, "actionName": null, "provenance": null, "dueOn": "2026-04-30", "holds": []}
                """.formatted(id, manager().get(requestAt(id, "")).<String>path("reference"));
        ProducerRecord<String, String> event = new ProducerRecord<>("mieux.request", id, state);
        Map.of(
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/pre-implementation",
                        "ce_specversion",
                        "1.0",
                        "ce_type",
                        "eu.mieux.request-clock-at-risk",
                        "ce_time",
                        time.toString(),
                        "ce_sequence",
                        Long.toString(version),
                        "ce_dataref",
                        "/api/v1/requests/" + id,
                        "ce_audience",
                        "[\"officer:regions=" + AFRICA + "\",\"manager:*\"]")
                .forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        Stream.send(event);
    }
}
