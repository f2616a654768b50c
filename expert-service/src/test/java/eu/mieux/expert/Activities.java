package eu.mieux.expert;

import eu.mieux.chassis.testing.RealSuite;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** Activities as implementation-service announces them; many at once through one producer. */
public final class Activities implements AutoCloseable {

    private final KafkaProducer<String, String> producer = new KafkaProducer<>(
            Map.of(
                    "bootstrap.servers",
                    RealSuite.broker().bootstrapServers(),
                    "acks",
                    "all",
                    // With several in flight, a partition that gets its leader only now refuses what follows for good.
                    "max.in.flight.requests.per.connection",
                    1),
            new StringSerializer(),
            new StringSerializer());

    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    /** An Activity of Action {@code 2031-NN}; dates as JSON, {@code null} or quoted. */
    public record Announced(
            UUID id, String actionCode, int number, String status, String modality, String startsOn, String endsOn) {

        String json() {
            return """
                    {"id":"%s","actionCode":"%s","number":%d,"title":"Workshop","type":"WORKSHOP","modality":"%s",
                     "startsOn":%s,"endsOn":%s,"country":null,"city":null,"beneficiaryCountries":[],"status":"%s",
                     "participantsFemale":null,"participantsMale":null,"participantsOther":null,"provenance":null}""".formatted(id, actionCode, number, modality, quoted(startsOn), quoted(endsOn), status);
        }

        private static String quoted(String date) {
            return date == null || date.isEmpty() ? "null" : "\"" + date + "\"";
        }

        public Announced but(String otherStatus, String otherModality) {
            return new Announced(id, actionCode, number, otherStatus, otherModality, startsOn, endsOn);
        }
    }

    public static Announced planned(String actionCode, int number, String modality, String startsOn, String endsOn) {
        return new Announced(UUID.randomUUID(), actionCode, number, "PLANNED", modality, startsOn, endsOn);
    }

    public static void announce(Announced activity, long version) {
        try (Activities activities = new Activities()) {
            activities.send(activity, version);
        }
    }

    public static void announceAll(List<Map<String, String>> rows) {
        try (Activities activities = new Activities()) {
            List<Announced> all = new ArrayList<>();
            for (Map<String, String> row : rows) {
                all.add(new Announced(
                        UUID.randomUUID(),
                        row.get("action_code"),
                        Integer.parseInt(row.get("number")),
                        row.get("status"),
                        row.get("modality"),
                        row.get("starts_on"),
                        row.get("ends_on")));
            }
            all.forEach(activity -> activities.send(activity, 1));
        }
    }

    private void send(Announced activity, long version) {
        ProducerRecord<String, String> event =
                new ProducerRecord<>("mieux.activity", activity.id().toString(), activity.json());
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", "eu.mieux.activity-recorded",
                        "ce_source", "/implementation-service",
                        "ce_subject", activity.id().toString(),
                        "ce_time", "2031-01-01T00:00:00Z",
                        "ce_sequence", Long.toString(version))
                .forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        sent.add(producer.send(event));
    }

    @Override
    public void close() {
        producer.flush();
        sent.forEach(Future::resultNow);
        producer.close();
    }
}
