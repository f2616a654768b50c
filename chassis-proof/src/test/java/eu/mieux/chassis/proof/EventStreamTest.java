package eu.mieux.chassis.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.chassis.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What cannot be applied is parked and retried; what was projected can be projected again. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class EventStreamTest {

    private static final String STREAM = "/api/v1/services/chassis-proof";
    private static final String TOPIC = "mieux.shoe";

    private final Books books =
            new Books(ConfigProvider.getConfig().getValue("MIEUX_DATABASE_URL", String.class), "service", "service");

    @Test
    void a_poisoned_record_is_parked_with_what_follows_for_its_key_and_others_go_on() {
        UUID poisoned = shoe(5);
        UUID other = shoe(5);
        books.assertSettled();

        Stream.send(new ProducerRecord<>(TOPIC, poisoned.toString(), "this is no JSON"));
        sell(poisoned);
        sell(other);

        await().until(() -> parked(poisoned).size() == 2);
        await().until(() -> sales(other) == 1);
        assertThat(sales(poisoned)).isZero();
        assertThat(parked(poisoned).getFirst().get("reason").toString()).contains("not JSON");
        assertThat(parked(poisoned).getLast().get("reason").toString()).contains("follows");
        Response retried = retry(parked(poisoned).getFirst());
        assertThat(retried.statusCode()).isEqualTo(409);
        assertThat(retried.contentType()).startsWith("application/problem+json");
        assertThat(parked(poisoned)).hasSize(2);

        // Only whoever runs the database can give a record up.
        books.execute(
                "delete from parked_record where id = ?",
                parked(poisoned).getFirst().get("id"));
        assertThat(retry(parked(poisoned).getFirst()).statusCode()).isEqualTo(204);
        books.assertSettled();
    }

    @Test
    void a_record_that_was_refused_is_applied_by_a_retry_when_the_cause_is_mended_with_what_follows() {
        UUID shoe = shoe(10);
        books.assertSettled();
        books.execute("insert into jammed values (?)", shoe);
        sell(shoe);
        sell(shoe);
        sell(shoe);
        await().until(() -> parked(shoe).size() == 3);
        assertThat(retry(parked(shoe).getFirst()).statusCode()).isEqualTo(409);
        assertThat(sales(shoe)).isZero();

        books.execute("delete from jammed where shoe_id = ?", shoe);
        assertThat(retry(parked(shoe).getLast()).statusCode()).isEqualTo(204);

        assertThat(parked(shoe)).isEmpty();
        assertThat(sales(shoe)).isEqualTo(3);
        sell(shoe);
        books.assertSettled();
    }

    @Test
    void records_of_every_wrong_form_are_parked_and_block_nobody() {
        UUID good = shoe(5);
        books.assertSettled();
        String id = UUID.randomUUID().toString();
        List<ProducerRecord<String, String>> wrong = new ArrayList<>();
        wrong.add(new ProducerRecord<>(TOPIC, "no id", "{}"));
        wrong.add(new ProducerRecord<>(TOPIC, "a\0b", "{}"));
        wrong.add(new ProducerRecord<>(TOPIC, randomText(5000), "{}"));
        wrong.add(new ProducerRecord<>(TOPIC, UUID.randomUUID().toString(), null));
        wrong.add(new ProducerRecord<>(TOPIC, UUID.randomUUID().toString(), "[".repeat(5000)));
        wrong.add(with(id(), "{}", "ce_id", null));
        wrong.add(with(id(), "{}", "ce_source", null));
        wrong.add(with(id(), "{}", "ce_audience", "everybody"));
        wrong.add(with(id(), "{}", "ce_sequence", "many"));
        wrong.add(with(id(), "{}", "ce_sequence", "0"));
        wrong.add(with(id(), "{}", "ce_sequence", null));
        wrong.add(with(id(), "{}", "odd\0name", "odd\0value"));
        wrong.add(with(id(), "{}", "backslash", "\\u0000"));
        wrong.add(event(id(), "{\"article\":\"nul\\u0000\",\"name\":\"x\",\"pairs\":1}"));
        wrong.add(event(id, "{\"article\":\"nothing else\"}"));
        wrong.forEach(Stream::send);
        sell(good);

        await().until(() -> books.number("select count(*) from parked_record") == wrong.size());
        await().until(() -> sales(good) == 1);
        Response list = Tokens.as("manager").queryParam("limit", 5).get(STREAM + "/parked-records");
        assertThat(list.jsonPath().getList("items")).hasSize(5);
        assertThat(list.<String>path("next")).isNotNull();
        books.execute("delete from parked_record");
        books.assertSettled();
    }

    @Test
    void an_operator_may_retry_only_what_is_parked_here() {
        assertThat(Tokens.as("manager")
                        .post(STREAM + "/parked-records/999999/retry")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Tokens.as("manager").post(STREAM + "/parked-records/x/retry").statusCode())
                .isEqualTo(400);
        assertThat(Tokens.as("manager")
                        .get("/api/v1/services/other/parked-records")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Tokens.as("officer").get(STREAM + "/parked-records").statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_rebuilt_projection_equals_the_live_one_row_by_row() {
        UUID jammed = shoe(5);
        UUID other = shoe(5);
        sell(jammed);
        sell(other);
        books.assertSettled();
        books.execute("insert into jammed values (?)", jammed);
        sell(jammed);
        sell(jammed);
        await().until(() -> parked(jammed).size() == 2);
        List<String> stock = books.stock();
        List<String> applied = books.applied();
        List<String> till = books.till();

        assertThat(Tokens.as("manager").post(STREAM + "/projection-rebuild").statusCode())
                .isEqualTo(204);

        assertThat(books.stock()).isEqualTo(stock);
        assertThat(books.applied()).isEqualTo(applied);
        assertThat(books.till()).as("reactions are not repeated").isEqualTo(till);
        books.execute("delete from jammed");
        assertThat(retry(parked(jammed).getFirst()).statusCode()).isEqualTo(204);
        books.assertSettled();
    }

    @Test
    void a_projection_can_be_rebuilt_while_writes_go_on() throws Exception {
        UUID shoe = shoe(100_000);
        AtomicBoolean rebuilding = new AtomicBoolean(true);
        try (ExecutorService seller = Executors.newSingleThreadExecutor()) {
            Future<Integer> sold = seller.submit(() -> {
                int sales = 0;
                while (rebuilding.get()) {
                    sell(shoe);
                    sales++;
                }
                return sales;
            });
            for (int i = 0; i < 3; i++) {
                assertThat(Tokens.as("manager")
                                .post(STREAM + "/projection-rebuild")
                                .statusCode())
                        .isEqualTo(204);
            }
            rebuilding.set(false);
            assertThat(sold.get()).isPositive();
        }
        books.assertSettled();
    }

    @Test
    void a_long_reader_of_the_projections_is_left_in_peace() throws Exception {
        shoe(1);
        books.assertSettled();
        try (java.sql.Connection reader =
                java.sql.DriverManager.getConnection(books.url(), books.user(), books.password())) {
            reader.setAutoCommit(false);
            try (java.sql.Statement statement = reader.createStatement()) {
                statement.execute("select * from projection.stock");
                Response refused = Tokens.as("manager").post(STREAM + "/projection-rebuild");
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.header("Retry-After")).isNotNull();
            }
            reader.rollback();
        }
        shoe(1);
        books.assertSettled();
        assertThat(books.number("select count(*) from parked_record")).isZero();
    }

    @Test
    void an_event_is_a_cloud_event_and_carries_the_whole_state_and_the_trace() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        String id = Tokens.as("manager")
                .header("traceparent", trace)
                .contentType("application/json")
                .body(body(7))
                .post("/api/v1/shoes")
                .path("id");
        books.assertSettled();
        Stream.Published event = Stream.published(TOPIC).stream()
                .filter(e -> id.equals(e.key()))
                .findFirst()
                .orElseThrow();
        assertThat(event.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", "eu.mieux.shoe-listed")
                .containsEntry("ce_source", "/chassis-proof")
                .containsEntry("ce_subject", id)
                .containsEntry("ce_sequence", "1")
                .containsEntry("traceparent", trace)
                .containsEntry("content-type", "application/json");
        assertThat(event.value()).contains("\"pairs\": 7").contains("\"id\": \"" + id);
    }

    private static UUID shoe(int pairs) {
        Response answer = Tokens.as("manager")
                .contentType("application/json")
                .body(body(pairs))
                .post("/api/v1/shoes");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return UUID.fromString(answer.path("id"));
    }

    private static String body(int pairs) {
        return """
                {"article":"%s","name":"Boot","pairs":%d,"colours":[]}""".formatted(UUID.randomUUID(), pairs);
    }

    private static void sell(UUID shoe) {
        assertThat(Tokens.as("manager").post("/api/v1/shoes/" + shoe + "/sale").statusCode())
                .isEqualTo(200);
    }

    private long sales(UUID shoe) {
        return books.number("select coalesce(max(sales), 0) from till where shoe_id = ?", shoe);
    }

    private static List<Map<String, Object>> parked(UUID key) {
        List<Map<String, Object>> items = Tokens.as("manager")
                .queryParam("limit", 200)
                .get(STREAM + "/parked-records")
                .jsonPath()
                .getList("items");
        return items.stream()
                .filter(item -> key.toString().equals(item.get("key")))
                .toList();
    }

    private static Response retry(Map<String, Object> parked) {
        return Tokens.as("manager").post(STREAM + "/parked-records/" + parked.get("id") + "/retry");
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static String randomText(int length) {
        return new java.util.Random(1)
                .ints(length, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static ProducerRecord<String, String> event(String key, String value) {
        ProducerRecord<String, String> record = new ProducerRecord<>(TOPIC, key, value);
        Map.of(
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_source", "/chassis-proof",
                        "ce_sequence", "1",
                        "ce_type", "eu.mieux.shoe-sold",
                        "ce_time", "2024-01-01T00:00:00Z")
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** An event with one header more, or another. */
    private static ProducerRecord<String, String> with(String key, String value, String header, String text) {
        ProducerRecord<String, String> record = event(key, value);
        record.headers().add(header, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
