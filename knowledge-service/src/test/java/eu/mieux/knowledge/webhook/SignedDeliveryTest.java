package eu.mieux.knowledge.webhook;

import static eu.mieux.knowledge.webhook.Subscriber.WEBHOOKS;
import static eu.mieux.knowledge.webhook.Subscriber.happens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.knowledge.Desk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent is what happened, to whom it may be told, and can be told from what others send. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class SignedDeliveryTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Subscriber subscriber = new Subscriber();
    private final UUID request = UUID.randomUUID();

    @Test
    void rights_by_an_authority_that_is_merged_go_on_for_webhooks() throws Exception {
        String old = "bj-" + UUID.randomUUID();
        String today = "bj-" + UUID.randomUUID();
        Desk.awaitTopic("authority");
        try (Receiver receiver = new Receiver()) {
            Tokens partner = Tokens.of("client")
                    .subject("partners-" + old)
                    .claim("roles", List.of("client", "partner"))
                    .claim("scope", "webhooks:write")
                    .claim("authority", old);
            String webhook = partner.request()
                    .contentType("application/json")
                    .body(Subscriber.command(receiver.url(), "eu.mieux.request-*"))
                    .post(WEBHOOKS)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            happens(request, 1, "request-submitted", "partner:authority=" + old);
            await().atMost(SOON).until(() -> receiver.takenOf(request).equals(List.of(1)));
            UUID authority = UUID.randomUUID();
            Stream.publish(
                    "authority",
                    authority,
                    2,
                    "authority-merged",
                    "{\"key\":\"%s\",\"mergedInto\":\"%s\"}".formatted(old, today),
                    Map.of("ce_dataref", "/api/v1/authorities/" + authority, "ce_audience", "[\"everybody:*\"]"));
            // Rights are read anew every other second; until the merger is known, each of these may still pass them by.
            AtomicInteger version = new AtomicInteger(1);
            await().atMost(SOON).pollInterval(Duration.ofMillis(500)).until(() -> {
                happens(request, version.incrementAndGet(), "request-approved", "partner:authority=" + today);
                return receiver.takenOf(request).size() > 1;
            });
            partner.request()
                    .header("If-Match", "*")
                    .delete(WEBHOOKS + "/" + webhook)
                    .then()
                    .statusCode(204);
        }
    }

    @Test
    void what_happens_is_sent_as_a_cloud_event_that_the_standards_own_library_verifies() throws Exception {
        try (Receiver receiver = new Receiver()) {
            Response made = subscriber.subscribed(receiver, "eu.mieux.request-submitted");
            String secret = made.path("secret");
            happens(request, 1);
            await().atMost(SOON).until(() -> receiver.taken().size() == 1);

            Receiver.Call call = receiver.taken().getFirst();
            assertThat(call.header("content-type")).isEqualTo("application/cloudevents+json");
            assertThat(call.header("host")).startsWith("127.0.0.1:");
            assertThat(call.event().<String, Object>getMap(""))
                    .containsEntry("specversion", "1.0")
                    .containsEntry("id", call.id())
                    .containsEntry("type", "eu.mieux.request-submitted")
                    .containsEntry("subject", request.toString())
                    .containsEntry("dataref", "/api/v1/requests/" + request)
                    .doesNotContainKeys("data", "audience");
            verify(secret, call);
            Receiver.Call forged =
                    new Receiver.Call(call.headers(), call.body().replace("request-submitted", "request-approved"));
            assertThatThrownBy(() -> verify(secret, forged)).isInstanceOf(WebhookVerificationException.class);

            await().atMost(SOON).until(() -> subscriber.count(made.path("id"), "DELIVERED") == 1);
            String delivery = (String)
                    subscriber.deliveries(made.path("id"), "").getFirst().get("id");
            subscriber
                    .machine()
                    .get(WEBHOOKS + "/" + made.path("id") + "/deliveries/" + delivery)
                    .then()
                    .statusCode(200)
                    .body("event.id", equalTo(call.id()))
                    .body("tries[0].status", equalTo(204))
                    .body("tries[0].error", equalTo(null));
        }
    }

    @Test
    void only_what_is_asked_for_and_may_be_read_is_sent() throws Exception {
        try (Receiver receiver = new Receiver()) {
            String webhook =
                    subscriber.subscribed(receiver, "eu.mieux.request-approved").path("id");
            happens(request, 1, "request-submitted", "client:*");
            happens(request, 2, "request-approved", "officer:regions=AFRICA", "manager:*");
            happens(request, 3, "request-approved", "client:*");
            await().atMost(SOON).until(() -> !receiver.taken().isEmpty());
            assertThat(receiver.takenOf(request)).containsExactly(3);

            // Without the scope, changed by its owner, it hears no more of requests; a manager's change leaves its
            // rights.
            String command = Subscriber.command(receiver.url());
            subscriber
                    .machine("webhooks:read webhooks:write")
                    .header("If-Match", "\"1\"")
                    .body(command)
                    .put(WEBHOOKS + "/" + webhook)
                    .then()
                    .statusCode(200);
            Tokens.as("manager")
                    .contentType("application/json")
                    .header("If-Match", "\"2\"")
                    .body(command)
                    .put(WEBHOOKS + "/" + webhook)
                    .then()
                    .statusCode(200);
            happens(request, 4);
            String mark = tested(webhook);
            await().atMost(SOON)
                    .until(() ->
                            receiver.taken().stream().anyMatch(call -> call.id().equals(mark)));
            assertThat(receiver.takenOf(request)).containsExactly(3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://169.254.169.254/latest/meta-data, eu.mieux.request-*, /url, public Internet",
        "https://10.0.0.1/, eu.mieux.request-*, /url, public Internet",
        "ftp://127.0.0.1/, eu.mieux.request-*, /url, begins with https",
        "http://127.0.0.1:9999/, eu.mieux.weather-changed, /types/0, asyncapi"
    })
    void what_cannot_be_called_or_cannot_happen_is_refused_at_its_field(
            String url, String type, String field, String remedy) {
        subscriber
                .machine()
                .body(Subscriber.command(url, type))
                .post(WEBHOOKS)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains(field))
                .body("errors[0].detail", containsString(remedy));
    }

    @Test
    void for_a_day_after_a_rotation_either_secret_verifies() throws Exception {
        try (Receiver receiver = new Receiver()) {
            Response made = subscriber.subscribed(receiver);
            String webhook = made.path("id");
            String first = made.path("secret");
            String second = rotated(webhook);
            String third = rotated(webhook);
            assertThat(List.of(first, second, third)).doesNotHaveDuplicates().allMatch(s -> s.startsWith("whsec_"));
            tested(webhook);
            await().atMost(SOON).until(() -> receiver.taken().size() == 1);
            Receiver.Call call = receiver.taken().getFirst();
            verify(third, call);
            verify(second, call);
            assertThatThrownBy(() -> verify(first, call)).isInstanceOf(WebhookVerificationException.class);
        }
    }

    @Test
    void a_secret_is_told_once_and_again_only_to_who_repeats_the_call_that_made_it() {
        try (Receiver receiver = new Receiver()) {
            String key = UUID.randomUUID().toString();
            String command = Subscriber.command(receiver.url());
            Response made = subscriber
                    .machine()
                    .header("Idempotency-Key", key)
                    .body(command)
                    .post(WEBHOOKS);
            Response again = subscriber
                    .machine()
                    .header("Idempotency-Key", key)
                    .body(command)
                    .post(WEBHOOKS);
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(again.<String>path("id")).isEqualTo(made.path("id"));
            assertThat(again.<String>path("secret")).isEqualTo(made.path("secret"));

            String webhook = made.path("id");
            subscriber.machine().get(WEBHOOKS + "/" + webhook).then().body("$", not(hasKey("secret")));
            subscriber.change(webhook, "\"1\"", command).then().statusCode(200).body("$", not(hasKey("secret")));
            String list = Tokens.as("auditor").get(WEBHOOKS + "?limit=200").asString();
            assertThat(list).contains(webhook).doesNotContain("whsec_");
        }
    }

    @Test
    void what_is_done_to_a_webhook_is_in_the_audit_trail_and_its_secret_is_not() {
        try (Receiver receiver = new Receiver()) {
            Response made = subscriber.subscribed(receiver);
            String webhook = made.path("id");
            rotated(webhook);
            String trail = Tokens.as("auditor")
                    .get("/api/v1/services/knowledge/audit-trail?limit=200")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(trail).contains(webhook, "secret rotated").doesNotContain("whsec_");
            subscriber
                    .change(webhook, "\"2\"", """
                            {"url": "%s/moved", "types": ["eu.mieux.request-*"]}""".formatted(receiver.url()))
                    .then()
                    .statusCode(200);
            Tokens.as("auditor")
                    .get("/api/v1/services/knowledge/audit-trail?recordId=" + webhook)
                    .then()
                    .body("items.what", contains("changed", "secret rotated", "made"))
                    .body("items[0].changes[0].before.url", equalTo(receiver.url()))
                    .body("items[0].changes[0].after.url", equalTo(receiver.url() + "/moved"));
            subscriber.machine().delete(WEBHOOKS + "/" + webhook).then().statusCode(428);
            subscriber
                    .machine()
                    .header("If-Match", "\"1\"")
                    .delete(WEBHOOKS + "/" + webhook)
                    .then()
                    .statusCode(412)
                    .body("detail", startsWith("You changed version"));
            subscriber
                    .machine()
                    .header("If-Match", "\"3\"")
                    .delete(WEBHOOKS + "/" + webhook)
                    .then()
                    .statusCode(204);
            subscriber.machine().get(WEBHOOKS + "/" + webhook).then().statusCode(404);
        }
    }

    /** The id of the event. */
    private String tested(String webhook) {
        return subscriber
                .machine()
                .post(WEBHOOKS + "/" + webhook + "/test")
                .then()
                .statusCode(202)
                .extract()
                .path("event.id");
    }

    private String rotated(String webhook) {
        return subscriber
                .machine()
                .post(WEBHOOKS + "/" + webhook + "/secret-rotation")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
    }

    private static void verify(String secret, Receiver.Call call) throws WebhookVerificationException {
        new com.standardwebhooks.Webhook(secret).verify(call.body(), call.headers());
    }
}
