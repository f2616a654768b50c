package eu.mieux.knowledge.webhook;

import static eu.mieux.knowledge.webhook.Subscriber.WEBHOOKS;
import static eu.mieux.knowledge.webhook.Subscriber.happens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import eu.mieux.chassis.testing.RealSuite;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the log of deliveries says, and for how long. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class DeliveryLogTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    private final Subscriber subscriber = new Subscriber();
    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final Receiver receiver = new Receiver();

    @Inject
    AgroalDataSource database;

    @Inject
    Pruning pruning;

    @AfterEach
    void leave() {
        subscriber.leaves();
        receiver.close();
    }

    @Test
    void the_log_says_in_words_what_went_wrong_and_keeps_little_of_the_answer() {
        String webhook = subscribed();
        receiver.answersWith("<p>\u0000moved</p>".repeat(20_000), Map.of("Location", "http://127.0.0.1:1/"));
        receiver.answers(call -> 302);
        happens(one, 1);
        await().atMost(SOON).until(() -> tries(webhook) >= 1);
        JsonPath delivery = first(webhook);
        assertThat(delivery.getInt("tries[-1].status")).isEqualTo(302);
        assertThat(delivery.getString("tries[-1].error")).contains("redirects are not followed");
        assertThat(delivery.getString("tries[-1].answer"))
                .startsWith("<p> moved</p>")
                .hasSizeLessThanOrEqualTo(300);

        receiver.goesDown();
        await().atMost(SOON)
                .until(() -> first(webhook).getList("tries.error", String.class).stream()
                        .anyMatch(error -> error.contains("could not be reached")));
        await().atMost(SOON).until(() -> tries(webhook) > 22);
        assertThat(first(webhook).getList("tries")).hasSize(20);
    }

    @Test
    void twenty_webhooks_are_as_many_as_anybody_may_have() {
        IntStream.range(0, 20).forEach(_ -> subscribed());
        subscriber
                .machine()
                .body(Subscriber.command(receiver.url()))
                .post(WEBHOOKS)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:too-many-webhooks"))
                .body("detail", containsString("delete one"));
    }

    @Test
    void deliveries_are_forgotten_after_a_month() {
        String webhook = subscribed();
        happens(one, 1);
        happens(other, 1);
        await().atMost(SOON).until(() -> subscriber.count(webhook, "DELIVERED") == 2);
        rows().update(
                        "update webhook_delivery set created_at = created_at - interval '31 days' where subject = '%s' and webhook_id = ?"
                                .formatted(one),
                        webhook);
        pruning.prune();
        assertThat(subscriber.deliveries(webhook, "")).extracting("subject").containsExactly(other.toString());
    }

    private String subscribed() {
        return subscriber.subscribed(receiver, "eu.mieux.request-*").path("id");
    }

    private JsonPath first(String webhook) {
        Object id = subscriber.deliveries(webhook, "?limit=1").getFirst().get("id");
        return subscriber
                .machine()
                .get(WEBHOOKS + "/" + webhook + "/deliveries/" + id)
                .jsonPath();
    }

    private int tries(String webhook) {
        return subscriber.deliveries(webhook, "?limit=200").stream()
                .mapToInt(delivery -> (int) delivery.get("attempts"))
                .sum();
    }

    private Rows rows() {
        return new Rows(database);
    }
}
