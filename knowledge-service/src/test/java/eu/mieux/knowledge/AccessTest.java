package eu.mieux.knowledge;

import static io.restassured.RestAssured.given;

import eu.mieux.chassis.testing.AccessTable;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is published is everybody's; region, country and authority make no difference here but to search. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class AccessTest {

    private static final String PUBLICATION = "/api/v1/publications/{idOrKey}";
    private static final String MENTION = "/api/v1/media-mentions/{idOrKey}";
    private static final String WEBHOOK = "/api/v1/webhooks/{id}";
    private static final String DELIVERY = WEBHOOK + "/deliveries/{deliveryId}";
    private static final String STATISTIC = "/api/v1/channel-statistics/{idOrKey}";

    /** A statistic is recorded once. */
    private static final AtomicInteger YEAR = new AtomicInteger(1991);

    private static final Map<String, List<String>> EVERYBODY = Map.of(
            "regions", List.of("LATIN_AMERICA_CARIBBEAN"),
            "countries", List.of("CR"),
            "authority", List.of("cr-ministry"));

    @Test
    void every_operation_answers_every_role_as_the_reviewed_table_says() throws IOException {
        table().holds();
    }

    @Test
    void a_member_of_no_institution_is_answered_as_anybody() {
        table().whoIsOfNoInstitutionIsNoMember();
    }

    @Test
    void whoever_reads_a_record_hears_that_it_changed_and_nobody_else() {
        table().whoReadsARecordHearsOfIt();
    }

    @Test
    void what_one_learns_from_lists_is_of_no_use_to_another() {
        table().idsOfOneAreOfNoUseToAnother();
    }

    private static AccessTable table() {
        AccessTable table = new AccessTable(EVERYBODY, "publications", "knowledge");
        String article = Desk.article("Whose is it? " + UUID.randomUUID(), "");
        table.record(PUBLICATION, "published", Desk.PUBLICATIONS + "/" + Desk.published(article));
        table.record(PUBLICATION, "draft", Desk.PUBLICATIONS + "/" + Desk.drafted(article));
        String withdrawn = Desk.published(article);
        Desk.act(withdrawn, "withdrawal", "{\"reason\":\"A name was in it.\"}")
                .then()
                .statusCode(200);
        table.record(PUBLICATION, "withdrawn", Desk.PUBLICATIONS + "/" + withdrawn);
        table.record(PUBLICATION, "absent", Desk.PUBLICATIONS + "/" + UUID.randomUUID());
        String mention = recorded("media-mentions", """
                {"outlet":"Radio %s","publishedOn":"2019-03-04","title":"On air"}""".formatted(UUID.randomUUID()));
        table.record(MENTION, "any", "/api/v1/media-mentions/" + mention);
        table.record(MENTION, "absent", "/api/v1/media-mentions/" + UUID.randomUUID());
        String statistic = recorded("channel-statistics", """
                {"year":%d,"channel":"linkedin","metric":"followers","value":"7"}""".formatted(YEAR.getAndIncrement()));
        table.record(STATISTIC, "any", "/api/v1/channel-statistics/" + statistic);
        table.record(STATISTIC, "absent", "/api/v1/channel-statistics/" + UUID.randomUUID());
        webhooks(table);
        return table;
    }

    /** A machine's are its own; managers and auditors see all. */
    private static void webhooks(AccessTable table) {
        String own = webhook(table, "own", Tokens.of("client"));
        webhook(table, "others", Tokens.of("client").subject("another-client"));
        table.record(WEBHOOK, "absent", "/api/v1/webhooks/" + UUID.randomUUID());
        table.record(DELIVERY, "absent", own + "/deliveries/" + UUID.randomUUID());
    }

    /** Its path. It is paused, for nobody is there to be called. */
    private static String webhook(AccessTable table, String kind, Tokens owner) {
        RequestSpecification machine =
                owner.claim("scope", "webhooks:write").request().contentType(ContentType.JSON);
        String command = "{\"url\":\"http://127.0.0.1:9999/\",\"types\":[\"eu.mieux.expert-*\"],\"state\":\"%s\"}";
        String webhook =
                location(201, given(machine).body(command.formatted("ACTIVE")).post("/api/v1/webhooks"));
        String delivery = location(202, given(machine).post(webhook + "/test"));
        given(machine)
                .header("If-Match", "\"1\"")
                .body(command.formatted("PAUSED"))
                .put(webhook)
                .then()
                .statusCode(200);
        table.record(WEBHOOK, kind, webhook);
        table.record(DELIVERY, kind, delivery);
        return webhook;
    }

    private static String location(int status, Response answer) {
        return URI.create(answer.then().statusCode(status).extract().header("Location"))
                .getPath();
    }

    private static String recorded(String list, String body) {
        return Desk.editor()
                .body(body)
                .post("/api/v1/" + list)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
