package eu.mieux.knowledge.webhook;

import static eu.mieux.knowledge.webhook.Subscriber.WEBHOOKS;
import static eu.mieux.knowledge.webhook.Subscriber.happens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mieux.chassis.failpoint.Failpoint;
import eu.mieux.chassis.testing.RealSuite;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody waits for somebody else's receiver, and what an owner says of a webhook holds from then on. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class TurnsTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final int AT_ONCE_FOR_AN_OWNER = 4;
    private static final int AT_ONCE_FOR_A_WEBHOOK = 8;

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
        Failpoint.release();
        receiver.close();
    }

    @Test
    void who_has_many_webhooks_leaves_places_for_those_of_others() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch crowded = new CountDownLatch(AT_ONCE_FOR_AN_OWNER + 1);
        receiver.answers(call -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            crowded.countDown();
            waitFor(crowded, 500);
            now.decrementAndGet();
            return 204;
        });
        IntStream.range(0, 12).forEach(_ -> subscriber.subscribed(receiver, "eu.mieux.request-approved"));
        happens(one, 1, "request-approved", "client:*");
        await().atMost(SOON).until(() -> receiver.taken().size() == 12);
        assertThat(most).hasValueBetween(1, AT_ONCE_FOR_AN_OWNER);
    }

    @Test
    void a_test_is_sent_whatever_became_of_the_one_before() {
        String webhook = subscribed();
        AtomicReference<String> refused = new AtomicReference<>();
        receiver.answers(call -> {
            refused.compareAndSet(null, call.id());
            return call.id().equals(refused.get()) ? 500 : 204;
        });
        Stream<String> tests = Stream.of(tested(webhook), tested(webhook));
        await().atMost(SOON).until(() -> receiver.taken().size() == 1);
        assertThat(tests).contains(receiver.taken().getFirst().id()).contains(refused.get());
    }

    @Test
    void a_webhook_that_is_paused_is_called_no_more_not_even_with_what_was_read_for_it() {
        String webhook = subscribed();
        change(webhook, 1, "PAUSED");
        Stream.generate(UUID::randomUUID).limit(12).forEach(request -> happens(request, 1));
        await().atMost(SOON).until(() -> subscriber.count(webhook, "PENDING") == 12);
        CountDownLatch paused = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        receiver.answers(call -> {
            if (calls.incrementAndGet() == 1) {
                change(webhook, 3, "PAUSED");
                paused.countDown();
            }
            waitFor(paused, 1_800);
            return 204;
        });
        change(webhook, 2, "ACTIVE");
        await().atMost(SOON)
                .until(() -> paused.getCount() == 0
                        && rows().number("select count(leased_by) from webhook_sending where webhook_id = ?", webhook)
                                == 0);
        assertThat(receiver.calls()).hasSizeBetween(1, AT_ONCE_FOR_A_WEBHOOK);
        assertThat(subscriber.count(webhook, "PENDING")).isGreaterThanOrEqualTo(12 - AT_ONCE_FOR_A_WEBHOOK);
    }

    @Test
    void a_busy_receiver_is_left_alone_while_it_asks_for_it_and_nothing_is_held_against_what_it_did_not_take() {
        String webhook = subscribed();
        change(webhook, 1, "PAUSED");
        happens(one, 1);
        happens(other, 1);
        await().atMost(SOON).until(() -> subscriber.count(webhook, "PENDING") == 2);
        receiver.answersWith("", Map.of("Retry-After", "86400"));
        receiver.answers(call -> {
            if (call.subject().equals(other.toString())) {
                return 429;
            }
            await().until(() -> failures(webhook) == 1);
            return 204;
        });
        change(webhook, 2, "ACTIVE");
        await().atMost(SOON).until(() -> subscriber.count(webhook, "DELIVERED") == 1);
        assertThat(minutesLeft(webhook))
                .as("what was sent before it was busy, and taken, does not end its pause, of an hour at most")
                .isBetween(50L, 60L);

        rows().update("update webhook_sending set next_try_at = clock_timestamp() where webhook_id = ?", webhook);
        await().atMost(SOON).until(() -> failures(webhook) == 2);
        assertThat(rows().number("select max(refusals) from webhook_delivery where webhook_id = ?", webhook))
                .as("others have gone meanwhile, but that is not why this one did not")
                .isZero();
        assertThat(minutesLeft(webhook)).isBetween(50L, 60L);
    }

    @Test
    void who_changes_a_webhook_while_its_receiver_says_gone_is_not_undone() throws SQLException {
        String webhook = subscribed();
        receiver.answers(call -> 410);
        try (Connection changing = database.getConnection()) {
            changing.setAutoCommit(false);
            Rows.update(changing, "select from webhook where id = ? for no key update", webhook);
            happens(one, 1);
            await().atMost(SOON).until(() -> rows().number("""
                            select count(*) from pg_stat_activity
                            where wait_event_type = 'Lock' and query like 'update webhook%' and ?::uuid is not null""", webhook) == 1);
            Rows.update(changing, "update webhook_sending set failures = 0 where webhook_id = ?", webhook);
            changing.commit();
        }
        await().atMost(SOON)
                .until(() -> "PAUSED"
                        .equals(subscriber
                                .machine()
                                .get(WEBHOOKS + "/" + webhook)
                                .path("state")));
        assertThat(receiver.calls()).hasSize(1);
    }

    @Test
    void a_deleted_webhook_is_gone_at_once_and_what_was_kept_of_it_bit_by_bit() {
        String webhook = subscribed();
        change(webhook, 1, "PAUSED");
        happens(one, 1);
        await().atMost(SOON).until(() -> subscriber.count(webhook, "PENDING") == 1);
        Object delivery = subscriber.deliveries(webhook, "").getFirst().get("id");
        String path = WEBHOOKS + "/" + webhook;
        subscriber.machine().header("If-Match", "\"2\"").delete(path).then().statusCode(204);

        assertThat(List.of(
                                subscriber.machine().get(path),
                                change(webhook, 3, "ACTIVE"),
                                subscriber.machine().header("If-Match", "*").delete(path),
                                subscriber.machine().post(path + "/test"),
                                subscriber.machine().post(path + "/secret-rotation"),
                                subscriber.machine().body("{}").post(path + "/replay"),
                                subscriber.machine().get(path + "/deliveries"),
                                subscriber.machine().get(path + "/deliveries/" + delivery),
                                subscriber.machine().post(path + "/deliveries/" + delivery + "/replay"))
                        .stream()
                        .map(Response::statusCode))
                .containsOnly(404);
        assertThat(subscriber.machine().get(WEBHOOKS).asString()).doesNotContain(webhook);
        String next = subscribed();
        happens(one, 2);
        await().atMost(SOON).until(() -> subscriber.count(next, "DELIVERED") == 1);
        assertThat(kept(webhook)).as("queued for it").isEqualTo(1);

        pruning.prune();
        assertThat(kept(webhook)).isZero();
        assertThat(rows().number("select count(*) from webhook where id = ?", webhook))
                .isZero();
    }

    @Test
    void who_waits_for_a_name_server_keeps_no_connection_to_the_database() {
        Failpoint.hold("name-asked");
        CompletableFuture<Integer> made = CompletableFuture.supplyAsync(() -> subscriber
                .machine()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Subscriber.command("https://receiver.example/"))
                .post(WEBHOOKS)
                .statusCode());
        await().atMost(SOON).until(Failpoint::isHolding);
        assertThat(rows().number("""
                        select count(*) from pg_stat_activity
                        where state = 'idle in transaction' and query like '%kept_answer%' and ?::uuid is not null""", one.toString())).isZero();
        assertThat(made.join()).as("the name server is not waited for").isEqualTo(422);
    }

    private Rows rows() {
        return new Rows(database);
    }

    private String subscribed() {
        return subscriber.subscribed(receiver, "eu.mieux.request-submitted").path("id");
    }

    private String tested(String webhook) {
        return subscriber
                .machine()
                .post(WEBHOOKS + "/" + webhook + "/test")
                .then()
                .statusCode(202)
                .extract()
                .path("event.id");
    }

    private Response change(String webhook, int version, String state) {
        String command = Subscriber.command(receiver.url(), "eu.mieux.request-submitted")
                .replace("}", ",\"state\":\"%s\"}".formatted(state));
        return subscriber.change(webhook, "\"%d\"".formatted(version), command);
    }

    private long failures(String webhook) {
        return rows().number("select failures from webhook_sending where webhook_id = ?", webhook);
    }

    private long minutesLeft(String webhook) {
        return rows().number(
                        "select extract(epoch from next_try_at - clock_timestamp()) / 60 from webhook_sending where webhook_id = ?",
                        webhook);
    }

    private long kept(String webhook) {
        return rows().number("select count(*) from webhook_delivery where webhook_id = ?", webhook);
    }

    /** No longer than a receiver may take to answer. */
    private static void waitFor(CountDownLatch latch, int milliseconds) {
        try {
            latch.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
