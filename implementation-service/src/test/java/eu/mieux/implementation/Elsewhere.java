package eu.mieux.implementation;

import static org.awaitility.Awaitility.await;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** What the other services publish; many at once through one producer. */
public final class Elsewhere implements AutoCloseable {

    public static final String REGION = "LATIN_AMERICA_CARIBBEAN";

    private static final AtomicInteger NEXT = new AtomicInteger(10);

    private final KafkaProducer<String, String> producer = new KafkaProducer<>(
            Map.of(
                    "bootstrap.servers",
                    RealSuite.broker().bootstrapServers(),
                    "acks",
                    "all",
                    "max.in.flight.requests.per.connection",
                    1),
            new StringSerializer(),
            new StringSerializer());
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    /** An Action handed over by an endorsed fiche with two Activities; its code. */
    public static String handedOver(String authority) {
        return handedOver(authority, REGION, "CR");
    }

    /** As {@link #handedOver(String)}, in this region and country. */
    public static String handedOver(String authority, String region, String country) {
        String code = "2031-" + NEXT.getAndIncrement();
        try (Elsewhere elsewhere = new Elsewhere()) {
            elsewhere.fiche(UUID.randomUUID(), 1, "ENDORSED", code, authority, region, country);
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Tokens.as("manager").get("/api/v1/actions/" + code).statusCode() == 200);
        return code;
    }

    public static String unusedCode() {
        return "2031-" + NEXT.getAndIncrement();
    }

    public void fiche(UUID id, long version, String status, String code, String authority) {
        fiche(id, version, status, code, authority, REGION, "CR");
    }

    private void fiche(
            UUID id, long version, String status, String code, String authority, String region, String country) {
        send("action-fiche", id, version, """
                {"id":"%s","requestReference":"%s","actionName":"Costa Rica III","status":"%s",
                 "region":"%s","countries":["%s"],"regionalOrganisation":null,
                 "pillar":"LEGAL_MIGRATION","themes":["LABOUR_MIGRATION"],"objective":"Labour is counted.",
                 "officer":"officer-lac","authorityKeys":["%s"],"activities":[
                 {"number":1,"type":"FACT_FINDING","title":"Fact-finding","modality":"ON_SITE","plannedMonth":"2031-04",
                  "days":5,"country":"CR","city":"San José"},
                 {"number":2,"type":"WEBINAR","title":"Webinar","modality":"REMOTE","plannedMonth":null,"days":null,
                  "country":null,"city":null}]}""".formatted(id, code, status, region, country, authority));
    }

    public void deployment(UUID id, long version, String code, int number, String status) {
        send("deployment", id, version, """
                {"id":"%s","expertKey":"expert-0042","actionCode":"%s","activityNumber":%d,"role":null,"startsOn":null,
                 "endsOn":null,"days":null,"category":"OTHER","background":null,"status":"%s","provenance":null}""".formatted(id, code, number, status));
    }

    public void request(String reference, Collection<String> authorities) {
        request(reference, authorities, null);
    }

    public void request(String reference, Collection<String> authorities, @Nullable LocalDate submittedOn) {
        request(reference, authorities, submittedOn, null, "APPROVED");
    }

    public void request(
            String reference,
            Collection<String> authorities,
            @Nullable LocalDate submittedOn,
            @Nullable LocalDate decidedOn,
            String status) {
        request(UUID.randomUUID(), 1, "recorded", reference, authorities, submittedOn, decidedOn, status);
    }

    /** An approved one to which something happened. */
    public void request(UUID id, long version, String what, String reference, Collection<String> authorities) {
        request(id, version, what, reference, authorities, null, null, "APPROVED");
    }

    private void request(
            UUID id,
            long version,
            String what,
            String reference,
            Collection<String> authorities,
            @Nullable LocalDate submittedOn,
            @Nullable LocalDate decidedOn,
            String status) {
        send("request", id, version, what, """
                {"id":"%s","reference":"%s","title":"A request","authorityKeys":[%s],"countries":[],"themes":[],
                 "status":"%s","submittedOn":%s,"decidedOn":%s,"actionName":null,"provenance":null}""".formatted(
                        id,
                        reference,
                        authorities.stream().map(Elsewhere::quoted).collect(Collectors.joining(",")),
                        status,
                        quoted(submittedOn),
                        quoted(decidedOn)));
    }

    private static @Nullable String quoted(@Nullable Object text) {
        return text == null ? null : "\"" + text + "\"";
    }

    /** An authority was merged into another. */
    public void merged(String authority, String into) {
        UUID id = UUID.randomUUID();
        send("authority", id, 2, """
                {"id":"%s","key":"%s","name":"A ministry","type":"CENTRAL_GOVERNMENT","country":"CR",
                 "regionalOrganisation":null,"aliases":[],"mergedInto":"%s","provenance":null}""".formatted(id, authority, into));
    }

    public void expert(String key) {
        UUID id = UUID.randomUUID();
        send("expert", id, 1, """
                {"id":"%s","key":"%s","gender":"FEMALE","nationality":null,"category":"OTHER","background":null,
                 "registeredOn":"2010-01-01","provenance":null}""".formatted(id, key));
    }

    private void send(String aggregateType, UUID id, long version, String state) {
        send(aggregateType, id, version, "recorded", state);
    }

    private void send(String aggregateType, UUID id, long version, String what, String state) {
        ProducerRecord<String, String> event = new ProducerRecord<>("mieux." + aggregateType, id.toString(), state);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        "eu.mieux." + aggregateType + "-" + what,
                        "ce_source",
                        "/elsewhere",
                        "ce_subject",
                        id.toString(),
                        "ce_time",
                        "2031-01-01T00:00:00Z",
                        "ce_sequence",
                        Long.toString(version))
                .forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        sent.add(producer.send(event));
    }

    @Override
    public void close() {
        producer.flush();
        producer.close();
        sent.forEach(Future::resultNow);
    }
}
