package eu.mieux.preimplementation.request;

import static eu.mieux.preimplementation.Given.delegation;
import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.partner;
import static eu.mieux.preimplementation.Given.requestAt;
import static eu.mieux.preimplementation.Given.steering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class RequestHistoryTest {

    @Test
    void it_tells_whoever_saw_the_draft_what_became_of_it() {
        String id = Given.drafted("BO", "First title");
        json(manager().header("If-Match", "*"), Map.of("title", "Second title"))
                .patch(requestAt(id, ""))
                .then()
                .statusCode(200);
        manager().post(requestAt(id, "/submission")).then().statusCode(200);
        partner(Given.authority("BO"))
                .get(requestAt(id, "/history"))
                .then()
                .statusCode(200)
                .body("items.what", contains("request-submitted", "request-revised", "request-drafted"))
                .body("items[1].changes[0].before.title", equalTo("First title"))
                .body("items[1].changes[0].after.title", equalTo("Second title"))
                .body("items[0].changes[0].after.status", equalTo("SUBMITTED"));
    }

    @Test
    void those_for_whom_it_was_absent_as_a_draft_are_told_what_was_handed_in_and_nothing_of_before() {
        String id = Given.drafted("BO", "Embarrassing title");
        attached(id, "kept.pdf");
        String removed = attached(id, "embarrassing.pdf");
        manager()
                .header("If-Match", "*")
                .delete(requestAt(id, "/attachments/" + removed))
                .then()
                .statusCode(204);
        json(manager().header("If-Match", "*"), Map.of("title", "Sober title", "problem", "Queues."))
                .patch(requestAt(id, ""))
                .then()
                .statusCode(200);
        manager().post(requestAt(id, "/submission")).then().statusCode(200);
        for (RequestSpecification later : List.of(steering("HOME"), delegation("BO"))) {
            String told = later.get(requestAt(id, "/history?limit=1"))
                    .then()
                    .statusCode(200)
                    .body("items.what", contains("request-submitted"))
                    .body("next", nullValue())
                    .body("items[0].changes.of", contains("request", "attachment"))
                    .body("items[0].changes[0].before", nullValue())
                    .body("items[0].changes[0].after.title", equalTo("Sober title"))
                    .body("items[0].changes[0].after.problem", equalTo("Queues."))
                    .body("items[0].changes[0].after.status", equalTo("SUBMITTED"))
                    .body("items[0].changes[1].after.name", equalTo("kept.pdf"))
                    .extract()
                    .asString();
            assertThat(told).doesNotContain("mbarrassing");
        }
        Tokens.as("auditor").get(requestAt(id, "/history")).then().body("items", hasSize(6));
    }

    @Test
    void a_partner_that_was_named_later_is_told_of_the_draft_from_then_on() {
        String other = Given.authority("PE");
        String id = Given.drafted("BO", "Alone");
        json(
                        manager().header("If-Match", "*"),
                        Map.of("title", "Together", "authorities", List.of(Given.authority("BO"), other)))
                .patch(requestAt(id, ""))
                .then()
                .statusCode(200);
        partner(other)
                .get(requestAt(id, "/history"))
                .then()
                .statusCode(200)
                .body("items.what", contains("request-revised"))
                .body("items[0].changes[0].before", nullValue())
                .body("items[0].changes[0].after.title", equalTo("Together"));
    }

    @Test
    void a_change_of_a_part_says_of_which() {
        String id = Given.underReview("BO", "Which part?");
        json(
                        manager(),
                        Map.of(
                                "outcome",
                                "APPROVED",
                                "overrideReason",
                                "Agreed by telephone.",
                                "conditions",
                                List.of(Map.of("text", "One."), Map.of("text", "Two."))))
                .post(requestAt(id, "/decision"))
                .then()
                .statusCode(200);
        json(manager(), Map.of("outcome", "MET", "evidence", "A letter."))
                .post(requestAt(id, "/conditions/2/settlement"))
                .then()
                .statusCode(200);
        manager()
                .get(requestAt(id, "/history?limit=1"))
                .then()
                .body("items[0].changes.of", contains("request-condition"))
                .body("items[0].changes[0].before.number", equalTo(2))
                .body("items[0].changes[0].after.number", equalTo(2))
                .body("items[0].changes[0].after.status", equalTo("MET"));
    }

    @Test
    void the_audit_trail_says_whose_voice_was_changed_and_by_whom() {
        String id = Given.submitted("BO", "Whose voice?");
        String soon = LocalDate.now(ZoneId.of("Europe/Brussels")).plusDays(1).toString();
        json(manager(), Map.of("opinionsUntil", soon))
                .post(requestAt(id, "/review"))
                .then()
                .statusCode(200);
        await().untilAsserted(() -> Tokens.as("auditor")
                .get("/api/v1/services/pre-implementation/audit-trail?limit=1&recordId=" + id)
                .then()
                .body("items.what", contains("request-opinion-awaited"))
                .body("items[0].actor", equalTo("system"))
                .body(
                        "items[0].changes.findAll { it.table == 'voice' }.after.institution",
                        containsInAnyOrder("EEAS", "EUD-BO", "HOME", "INTPA", "NEAR"))
                .body("items[0].changes.findAll { it.table == 'voice' }.after.round", everyItem(equalTo(1))));
    }

    private static String attached(String id, String name) {
        return manager()
                .contentType("application/octet-stream")
                .body("%PDF-1.7".getBytes(StandardCharsets.US_ASCII))
                .post(requestAt(id, "/attachments?name=" + name))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void it_tells_who_changed_what_and_those_who_review_what_institutions_think() {
        String id = Given.drafted("BO", "First title");
        json(manager().header("If-Match", "*"), Map.of("title", "Second title"))
                .patch(requestAt(id, ""))
                .then()
                .statusCode(200);
        manager().post(requestAt(id, "/submission")).then().statusCode(200);
        manager().post(requestAt(id, "/review")).then().statusCode(200);
        json(steering("HOME"), Map.of("opinion", "UNFAVOURABLE", "comment", "Not now."))
                .post(requestAt(id, "/opinions"))
                .then()
                .statusCode(200);
        for (RequestSpecification waiting : List.of(partner(Given.authority("BO")), delegation("BO"))) {
            String told = waiting.get(requestAt(id, "/history"))
                    .then()
                    .statusCode(200)
                    .body("items.what", not(hasItem("request-opinion-given")))
                    .extract()
                    .asString();
            assertThat(told).doesNotContain("UNFAVOURABLE", "Not now.", "askedUntil");
        }
        json(manager(), Map.of("until", "2199-01-01"))
                .post(requestAt(id, "/voices/EEAS/extension"))
                .then()
                .statusCode(200);
        steering("NEAR")
                .get(requestAt(id, "/history"))
                .then()
                .statusCode(200)
                .body(
                        "items.what",
                        contains(
                                "request-opinion-time-changed",
                                "request-opinion-given",
                                "request-review-started",
                                "request-submitted"))
                .body("items[0].changes.of", contains("voice"))
                .body("items[0].changes[0].after.institution", equalTo("EEAS"))
                .body("items[0].changes[0].before.askedUntil", notNullValue())
                .body("items[0].changes[0].after.askedUntil", equalTo("2199-01-01"))
                .body("items[1].changes.of", contains("opinion"))
                .body("items[1].changes[0].after.opinion", equalTo("UNFAVOURABLE"))
                .body("items[1].changes[0].after.comment", equalTo("Not now."));
        partner("cm-ministry-of-interior").get(requestAt(id, "/history")).then().statusCode(404);
    }
}
