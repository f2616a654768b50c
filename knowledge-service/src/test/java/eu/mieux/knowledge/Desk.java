package eu.mieux.knowledge;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.chassis.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;

/** What an editor does all day, for the tests: write, publish, and tell of Actions. */
public final class Desk {

    public static final String PUBLICATIONS = "/api/v1/publications";
    public static final String CONFIRMED =
            "{\"fundingStatementConfirmed\":true,\"emblemConfirmed\":true,\"disclaimerConfirmed\":true}";

    private Desk() {}

    public static RequestSpecification editor() {
        return Tokens.as("communications").contentType(ContentType.JSON);
    }

    public static String article(String title, String more) {
        return "{\"title\":\"%s\",\"kind\":\"ARTICLE\",\"languages\":[\"en\"]%s}"
                .formatted(title, more.isEmpty() ? "" : "," + more);
    }

    /** Its id. */
    public static String drafted(String body) {
        return editor().body(body)
                .post(PUBLICATIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Response act(String id, String act, String body) {
        return editor().body(body).post(PUBLICATIONS + "/" + id + "/" + act);
    }

    /** Its id. */
    public static String published(String body) {
        String id = drafted(body);
        act(id, "review", "").then().statusCode(200);
        act(id, "publication", CONFIRMED).then().statusCode(200).body("status", equalTo("PUBLISHED"));
        return id;
    }

    /** Publishes as the owner would, once the service has made the topic that it follows. */
    public static void tell(String aggregateType, UUID id, long version, String state) {
        awaitTopic(aggregateType);
        Stream.publish(aggregateType, id, version, aggregateType + "-changed", state);
    }

    /** Until the service has made the topic that it follows. */
    public static void awaitTopic(String aggregateType) {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", RealSuite.broker().bootstrapServers()))) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> admin.listTopics().names().get().contains("mieux." + aggregateType));
        }
    }

    /** Lets the service hear of an Action, and waits until it has. */
    public static void actionKnown(String code, String name, String country, String theme) {
        UUID id = UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        tell("action", id, 1, """
                {"id":"%s","code":"%s","name":"%s","region":"LATIN_AMERICA_CARIBBEAN","countries":["%s"],
                 "regionalOrganisation":null,"pillar":"HORIZONTAL","themes":["%s"],"launchedOn":"2020-01-01",
                 "completedOn":null,"status":"ONGOING","provenance":null}""".formatted(id, code, name, country, theme));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> editor().body(article("Heard of " + code, "\"actionCodes\":[\"%s\"]".formatted(code)))
                                .post(PUBLICATIONS)
                                .statusCode()
                        == 201);
    }

    public static ValidatableResponse search(RequestSpecification as, String... parameters) {
        RequestSpecification asking = as;
        for (int i = 0; i < parameters.length; i += 2) {
            asking = asking.queryParam(parameters[i], parameters[i + 1]);
        }
        return asking.get("/api/v1/search").then().statusCode(200);
    }

    public static List<String> found(RequestSpecification as, String... parameters) {
        return search(as, parameters).extract().path("items.id");
    }
}
