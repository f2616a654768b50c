package eu.mieux.knowledge.webhook;

import static eu.mieux.knowledge.webhook.Subscriber.WEBHOOKS;
import static eu.mieux.knowledge.webhook.Subscriber.happens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import eu.mieux.chassis.failpoint.Failpoint;
import eu.mieux.chassis.testing.RealSuite;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a receiver does, it gets everything in the end, in order for each record, or somebody can send it again. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class FailingReceiverTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    private final Subscriber subscriber = new Subscriber();
    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final Receiver receiver = new Receiver();

    @Inject
    AgroalDataSource database;

    @Inject
    Lease lease;

    @Inject
    Pruning pruning;

    @AfterEach
    void leave() {
        Failpoint.release();
        subscriber.leaves();
        receiver.close();
    }

    @Test
    void a_receiver_that_was_down_gets_everything_in_order_for_each_record() {
        String webhook = subscribed();
        receiver.goesDown();
        List<UUID> requests = Stream.generate(UUID::randomUUID).limit(10).toList();
        for (int version = 1; version <= 4; version++) {
            for (UUID request : requests) {
                happens(request, version);
            }
        }
        await().atMost(SOON).until(() -> subscriber.count(webhook, "PENDING") == 40);
        await().atMost(SOON).until(() -> tries(webhook) >= 3);
        // One is tried at a time as long as it is away.
        assertThat(tries(webhook)).isLessThan(30);
        receiver.comesBack();
        await().atMost(SOON).until(() -> subscriber.count(webhook, "DELIVERED") == 40);
        assertThat(requests)
                .allSatisfy(request -> assertThat(receiver.takenOf(request)).containsExactly(1, 2, 3, 4));
    }

    @Test
    void what_is_never_taken_is_parked_and_what_follows_it_waits_and_no_other() {
        String webhook = subscribed();
        receiver.answers(call -> call.subject().equals(one.toString()) ? 500 : 204);
        happens(one, 1);
        happens(one, 2);
        int version = 0;
        while (subscriber.count(webhook, "PARKED") < 1) {
            assertThat(version).as("events until the one is parked").isLessThan(200);
            happens(other, ++version);
            int sent = version;
            await().atMost(SOON).until(() -> receiver.takenOf(other).contains(sent));
        }
        happens(one, 3);
        await().atMost(SOON).until(() -> subscriber.count(webhook, "PENDING") == 2);
        Object parked =
                subscriber.deliveries(webhook, "?status=PARKED").getFirst().get("id");
        assertThat(subscriber.deliveries(webhook, "?status=PENDING"))
                .extracting("waitsFor")
                .containsOnly(parked);
        assertThat(receiver.takenOf(other)).isSorted().hasSize(version);
        List<String> ids = idsOf(one);
        assertThat(ids).as("the same id at each try").containsOnly(ids.getFirst());

        receiver.answers(call -> 204);
        subscriber
                .machine()
                .body("{}")
                .post(WEBHOOKS + "/" + webhook + "/replay")
                .then()
                .statusCode(202)
                .body("deliveries", equalTo(3));
        await().atMost(SOON).until(() -> receiver.takenOf(one).size() == 3);
        assertThat(receiver.takenOf(one)).containsExactly(1, 2, 3);
        assertThat(idsOf(one)).contains(ids.getFirst());
    }

    @Test
    void what_is_refused_first_of_all_keeps_no_other_record_waiting() throws SQLException {
        String webhook = subscribed();
        receiver.answers(call -> call.subject().equals(one.toString()) ? 422 : 204);
        happens(one, 1);
        await().atMost(SOON).until(() -> tries(webhook) >= 1);
        assertThat(rows().number(
                                "select count(*) from webhook_delivery where webhook_id = ? and refusals > 0", webhook))
                .as("refused by itself")
                .isEqualTo(1);
        happens(other, 1);
        await().atMost(SOON).until(() -> receiver.takenOf(other).contains(1));
        assertThat(rows().number("select failures from webhook_sending where webhook_id = ?", webhook))
                .as("failures of the receiver")
                .isZero();
        await().atMost(SOON).until(() -> subscriber.count(webhook, "PARKED") == 1);
    }

    @Test
    void what_is_sent_by_hand_is_tried_at_once_however_long_the_receiver_was_away() throws SQLException {
        String webhook = subscribed();
        receiver.goesDown();
        happens(one, 1);
        await().atMost(SOON).until(() -> tries(webhook) >= 1);
        rows().update(
                        "update webhook_sending set next_try_at = clock_timestamp() + interval '1 hour' where webhook_id = ?",
                        webhook);
        receiver.comesBack();
        subscriber.machine().post(WEBHOOKS + "/" + webhook + "/test").then().statusCode(202);
        await().atMost(SOON).until(() -> receiver.takenOf(one).size() == 1);
    }

    @Test
    void what_happens_while_something_is_replayed_is_sent_after_it() throws SQLException {
        String webhook = subscribed();
        receiver.answers(call -> 500);
        happens(one, 1);
        await().atMost(SOON).until(() -> tries(webhook) == 1);
        rows().update("update webhook_delivery set status = 'PARKED' where webhook_id = ?", webhook);
        receiver.answers(call -> 204);
        try (Connection replaying = database.getConnection()) {
            replaying.setAutoCommit(false);
            Rows.update(replaying, "update webhook_delivery set status = 'PENDING' where webhook_id = ?", webhook);
            happens(one, 2);
            await().atMost(SOON).until(() -> subscriber.deliveries(webhook, "").size() == 2);
            replaying.commit();
        }
        await().atMost(SOON).until(() -> receiver.takenOf(one).size() == 2);
        assertThat(receiver.takenOf(one)).containsExactly(1, 2);
    }

    @Test
    void what_was_delivered_can_be_sent_again_one_by_one_or_all_since_a_time() {
        String webhook = subscribed();
        happens(one, 1);
        happens(one, 2);
        await().atMost(SOON).until(() -> subscriber.count(webhook, "DELIVERED") == 2);
        String newest =
                (String) subscriber.deliveries(webhook, "?limit=1").getFirst().get("id");
        subscriber
                .machine()
                .post(WEBHOOKS + "/" + webhook + "/deliveries/" + newest + "/replay")
                .then()
                .statusCode(202);
        await().atMost(SOON).until(() -> receiver.takenOf(one).size() == 3);
        subscriber
                .machine()
                .body("{\"since\":\"2020-01-01T00:00:00Z\"}")
                .post(WEBHOOKS + "/" + webhook + "/replay")
                .then()
                .statusCode(202);
        await().atMost(SOON).until(() -> receiver.takenOf(one).size() == 5);
        assertThat(receiver.takenOf(one)).containsExactly(1, 2, 2, 1, 2);
    }

    @Test
    void what_has_waited_for_days_is_parked_when_it_fails_once_more() {
        String webhook = subscribed();
        receiver.answers(call -> 503);
        happens(one, 1);
        await().atMost(SOON).until(() -> tries(webhook) >= 1);
        rows().update(
                        "update webhook_delivery set queued_at = queued_at - interval '4 days' where webhook_id = ?",
                        webhook);
        await().atMost(SOON).until(() -> subscriber.count(webhook, "PARKED") == 1);
    }

    @Test
    void who_answers_gone_is_called_no_more_until_somebody_says_so() {
        String webhook = subscribed();
        receiver.answers(call -> 410);
        happens(one, 1);
        await().atMost(SOON).until(() -> read(webhook).getString("state").equals("PAUSED"));
        JsonPath paused = read(webhook);
        assertThat(paused.getString("pausedBecause")).contains("410");
        subscriber.machine().post(WEBHOOKS + "/" + webhook + "/test").then().statusCode(409);
        happens(one, 2);
        await().atMost(SOON).until(() -> subscriber.count(webhook, "PENDING") == 2);
        assertThat(receiver.calls()).hasSize(1);

        receiver.answers(call -> 200);
        subscriber
                .change(webhook, "\"%s\"".formatted(paused.getString("version")), Subscriber.command(receiver.url()))
                .then()
                .statusCode(200)
                .body("state", equalTo("ACTIVE"))
                .body("pausedBecause", equalTo(null));
        await().atMost(SOON).until(() -> receiver.takenOf(one).size() == 2);
        assertThat(receiver.takenOf(one)).containsExactly(1, 2);
    }

    @Test
    void who_dies_after_sending_has_it_sent_again_under_the_same_id_and_nobody_sends_beside_her() {
        String webhook = subscribed();
        Failpoint.hold("webhook-sent");
        happens(one, 1);
        await().atMost(SOON).until(Failpoint::isHolding);
        assertThat(lease.claim(UUID.randomUUID(), 100).stream()
                        .map(held -> held.webhook().toString()))
                .as("what another instance may send now")
                .doesNotContain(webhook);
        // Nothing was written down: when the lease has run out, the next one sends it.
        await().atMost(SOON).until(() -> receiver.calls().size() == 2);
        Failpoint.release();
        await().atMost(SOON).until(() -> subscriber.count(webhook, "DELIVERED") == 1);
        assertThat(receiver.calls())
                .extracting(Receiver.Call::id)
                .containsOnly(receiver.calls().getFirst().id());
    }

    private String subscribed() {
        return subscriber.subscribed(receiver, "eu.mieux.request-*").path("id");
    }

    private JsonPath read(String webhook) {
        return subscriber.machine().get(WEBHOOKS + "/" + webhook).jsonPath();
    }

    private int tries(String webhook) {
        return subscriber.deliveries(webhook, "?limit=200").stream()
                .mapToInt(delivery -> (int) delivery.get("attempts"))
                .sum();
    }

    private List<String> idsOf(UUID request) {
        return receiver.calls().stream()
                .filter(call -> call.subject().equals(request.toString()))
                .map(Receiver.Call::id)
                .toList();
    }

    private Rows rows() {
        return new Rows(database);
    }
}
