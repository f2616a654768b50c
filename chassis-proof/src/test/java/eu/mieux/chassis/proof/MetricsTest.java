package eu.mieux.chassis.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mieux.chassis.failpoint.Failpoint;
import eu.mieux.chassis.testing.Metrics;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.chassis.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is measured moves when something happens, and tells of nobody. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class MetricsTest {

    /** What the database is asked is told again for five seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String SHOES = "topic=\"mieux.shoe\"";
    private static final String LAG = "group=\"chassis-proof\"," + SHOES;

    private final Books books =
            new Books(ConfigProvider.getConfig().getValue("MIEUX_DATABASE_URL", String.class), "service", "service");

    @AfterEach
    void go() {
        Failpoint.release();
    }

    @Test
    void the_oldest_event_that_is_not_published_ages_until_it_is() {
        shoe();
        books.assertSettled();
        Failpoint.hold("before-send");
        shoe();
        await().atMost(PATIENCE).until(() -> Metrics.value("mieux_outbox_oldest_seconds", "") > 1);
        Failpoint.release();
        await().atMost(PATIENCE).until(() -> Metrics.value("mieux_outbox_oldest_seconds", "") == 0);
    }

    @Test
    void the_lag_grows_while_records_cannot_be_applied_and_the_time_until_they_show_is_told_afterwards() {
        shoe();
        books.assertSettled();
        await().atMost(PATIENCE).until(() -> Metrics.value("mieux_consumer_lag_seconds", LAG) == 0);
        double before = Metrics.value("mieux_event_visible_seconds_count", SHOES);
        double quickly = Metrics.value("mieux_event_visible_seconds_bucket", SHOES + ",le=\"1.0\"");
        Failpoint.hold("consumer-before-commit");
        shoe();
        await().atMost(PATIENCE).until(() -> Metrics.value("mieux_consumer_lag_seconds", LAG) > 1.5);
        Failpoint.release();
        await().atMost(PATIENCE).until(() -> Metrics.value("mieux_consumer_lag_seconds", LAG) == 0);
        assertThat(Metrics.value("mieux_event_visible_seconds_count", SHOES)).isEqualTo(before + 1);
        assertThat(Metrics.value("mieux_event_visible_seconds_bucket", SHOES + ",le=\"1.0\""))
                .isEqualTo(quickly);
    }

    @Test
    void parked_records_are_counted_by_their_topic() {
        UUID shoe = shoe();
        books.assertSettled();
        double before = Metrics.value("mieux_parked_records", SHOES);
        Stream.send(new ProducerRecord<>("mieux.shoe", shoe.toString(), "this is no JSON"));
        await().atMost(PATIENCE).until(() -> Metrics.value("mieux_parked_records", SHOES) == before + 1);
        books.execute("delete from parked_record where key = ?", shoe.toString());
        await().atMost(PATIENCE).until(() -> Metrics.value("mieux_parked_records", SHOES) == before);
        books.assertSettled();
    }

    @Test
    void requests_are_counted_by_route_and_status_and_nothing_of_their_paths_is_told() {
        String id = UUID.randomUUID().toString();
        Tokens.as("manager").get("/api/v1/shoes/" + id);
        Tokens.as("manager").get("/api/v1/shoes");
        Tokens.anonymous().get("/api/v1/shoes/" + id);
        Tokens.as("manager").patch("/api/v1/shoes/" + id + "/sale");
        Tokens.as("manager").get("/api/v1/nowhere/" + id);
        Tokens.as("manager").queryParam("q", id).get("/" + id);
        assertThat(requests("GET", "CLIENT_ERROR", "404", "/api/v1/shoes/{id}")).isPositive();
        assertThat(requests("GET", "SUCCESS", "200", "/api/v1/shoes")).isPositive();
        assertThat(requests("GET", "CLIENT_ERROR", "401", "/api/v1/shoes/{id}")).isPositive();
        assertThat(requests("PATCH", "CLIENT_ERROR", "405", "OTHER")).isPositive();
        assertThat(Metrics.scrape()).doesNotContain(id);
    }

    @Test
    void the_catalogue_names_all_that_there_are_and_no_others() throws Exception {
        Tokens.as("manager").get("/api/v1/shoes");
        Metrics.assertDocumented("Of every service");
    }

    private static double requests(String method, String outcome, String status, String route) {
        return Metrics.value(
                "http_server_requests_seconds_count",
                "method=\"%s\",outcome=\"%s\",status=\"%s\",uri=\"%s\"".formatted(method, outcome, status, route));
    }

    private static UUID shoe() {
        Response answer = Tokens.as("manager")
                .contentType("application/json")
                .body("""
                        {"article":"%s","name":"Boot","pairs":5,"colours":[]}""".formatted(UUID.randomUUID()))
                .post("/api/v1/shoes");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return UUID.fromString(answer.path("id"));
    }
}
