package eu.mieux.knowledge.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.Stream;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.knowledge.Desk;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A machine with webhooks of its own, and what happens elsewhere that it is told of. */
final class Subscriber {

    static final String WEBHOOKS = "/api/v1/webhooks";

    private final String subject = "client-" + UUID.randomUUID();

    RequestSpecification machine() {
        return machine("webhooks:read webhooks:write requests:read");
    }

    RequestSpecification machine(String scopes) {
        return Tokens.of("client")
                .subject(subject)
                .claim("scope", scopes)
                .request()
                .contentType(ContentType.JSON);
    }

    static String command(String url, String... types) {
        return "{\"url\":\"%s\",\"types\":[%s],\"description\":\"For a test\"}".formatted(url, quoted(types));
    }

    private static String quoted(String... texts) {
        return String.join(",", List.of(texts).stream().map("\"%s\""::formatted).toList());
    }

    /** The answer with the secret in it. */
    Response subscribed(Receiver receiver, String... types) {
        Response made = machine().body(command(receiver.url(), types)).post(WEBHOOKS);
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return made;
    }

    List<Map<String, Object>> deliveries(String webhook, String query) {
        return machine()
                .get(WEBHOOKS + "/" + webhook + "/deliveries" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    long count(String webhook, String status) {
        return deliveries(webhook, "?limit=200&status=" + status).size();
    }

    /** Without its webhooks: whom nobody receives any more is called for ever, while other tests wait for their own calls. */
    void leaves() {
        List<String> own = machine()
                .get(WEBHOOKS + "?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        for (String webhook : own) {
            machine()
                    .header("If-Match", "*")
                    .delete(WEBHOOKS + "/" + webhook)
                    .then()
                    .statusCode(204);
        }
    }

    Response change(String webhook, String etag, String body) {
        return machine().header("If-Match", etag).body(body).put(WEBHOOKS + "/" + webhook);
    }

    /** As the owner of requests would publish it. */
    static void happens(UUID request, int version, String type, String... audience) {
        Desk.awaitTopic("request");
        Stream.publish(
                "request",
                request,
                version,
                type,
                "{}",
                Map.of("ce_dataref", "/api/v1/requests/" + request, "ce_audience", "[%s]".formatted(quoted(audience))));
    }

    /** That machines and managers may read. */
    static void happens(UUID request, int version) {
        happens(request, version, "request-submitted", "client:*", "manager:*");
    }
}
