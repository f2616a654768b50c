package eu.mieux.preimplementation.comment;

import static eu.mieux.preimplementation.Given.delegation;
import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.officer;
import static eu.mieux.preimplementation.Given.partner;
import static eu.mieux.preimplementation.Given.steering;
import static eu.mieux.preimplementation.fiche.Fiches.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.preimplementation.Given;
import eu.mieux.preimplementation.fiche.Fiches;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class CommentingTest {

    @Test
    void a_comment_is_about_a_section_and_is_answered_resolved_and_opened_again() {
        String fiche = Fiches.drafted("KH");
        var written = comment(steering("HOME"), fiche, "BUDGET", "Are flights not too cheap?")
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("section", equalTo("BUDGET"))
                .body("status", equalTo("OPEN"))
                .body("contentVersion", equalTo(1))
                .body("writtenBy", equalTo("steering-member-1"))
                .body("writtenByName", equalTo("A steering-member"))
                .body("replies", hasSize(0))
                .extract();
        String id = written.path("id");
        assertThat(written.header("Location")).endsWith(at(fiche, "/comments/" + id));
        json(officer("ASIA"), Map.of("text", "They are charters."))
                .post(at(fiche, "/comments/" + id + "/replies"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("replies.text", contains("They are charters."))
                .body("replies.writtenBy", contains("officer-1"))
                .body("replies.writtenByName", contains("A officer"));
        partner(Given.authority("KH"))
                .post(at(fiche, "/comments/" + id + "/resolution"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"3\""))
                .body("status", equalTo("RESOLVED"))
                .body("resolvedBy", equalTo("partner-1"))
                .body("resolvedByName", equalTo("A partner"));
        manager()
                .post(at(fiche, "/comments/" + id + "/resolution"))
                .then()
                .header("ETag", equalTo("\"3\""))
                .body("resolvedBy", equalTo("partner-1"));
        manager()
                .header("If-Match", "\"3\"")
                .post(at(fiche, "/comments/" + id + "/reopening"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"4\""))
                .body("status", equalTo("OPEN"))
                .body("resolvedBy", nullValue())
                .body("resolvedByName", nullValue());
        manager()
                .header("If-Match", "\"3\"")
                .post(at(fiche, "/comments/" + id + "/resolution"))
                .then()
                .statusCode(412);
        manager()
                .get(at(fiche, "/comments/" + id))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"4\""))
                .body("replies", hasSize(1));
        Tokens.as("auditor")
                .get("/api/v1/services/pre-implementation/audit-trail?limit=200&recordType=action-fiche&kind=DONE")
                .then()
                .body(
                        "items.what",
                        hasItems("comment-written", "comment-replied-to", "comment-resolved", "comment-reopened"));
        Tokens.as("auditor")
                .get("/api/v1/services/pre-implementation/audit-trail?kind=DONE&recordId=" + fiche)
                .then()
                .body(
                        "items.what",
                        contains("comment-reopened", "comment-resolved", "comment-replied-to", "comment-written"))
                .body("items[1].changes[0].after.status", equalTo("RESOLVED"))
                .body("items[1].changes[0].after.id", equalTo(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HOME", "EUD-KH"})
    void an_institution_that_stepped_back_for_a_conflict_of_interest_reads_the_discussion_and_takes_no_part(
            String institution) {
        String fiche = Fiches.draftedWithout("KH", institution);
        String id = comment(manager(), fiche, "BUDGET", "Too dear?").extract().path("id");
        comment(ofIt(institution), fiche, "BUDGET", "Our agency could do it.")
                .statusCode(403)
                .body("type", equalTo("urn:mieux:problem:conflict-of-interest"));
        json(ofIt(institution), Map.of("text", "Our agency could do it."))
                .post(at(fiche, "/comments/" + id + "/replies"))
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:mieux:problem:conflict-of-interest"));
        for (String act : List.of("resolution", "reopening")) {
            ofIt(institution)
                    .post(at(fiche, "/comments/" + id + "/" + act))
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("urn:mieux:problem:conflict-of-interest"));
        }
        ofIt(institution)
                .get(at(fiche, "/comments"))
                .then()
                .statusCode(200)
                .body("items.text", contains("Too dear?"))
                .body("items.status", contains("OPEN"));
        comment(steering("NEAR"), fiche, "BUDGET", "Not for us.").statusCode(201);
        comment(manager(), fiche, "BUDGET", "Nor for us.").statusCode(201);
    }

    private static RequestSpecification ofIt(String institution) {
        return institution.equals("EUD-KH") ? delegation("KH") : steering(institution);
    }

    @Test
    void comments_are_listed_newest_first_and_by_section_and_status() {
        String fiche = Fiches.drafted("KH");
        String first = comment(manager(), fiche, "CONTEXT", "One").extract().path("id");
        comment(manager(), fiche, "BUDGET", "Two").statusCode(201);
        comment(manager(), fiche, "CONTEXT", "Three").statusCode(201);
        manager().post(at(fiche, "/comments/" + first + "/resolution")).then().statusCode(200);
        list(fiche, "").body("items.text", contains("Three", "Two", "One"));
        list(fiche, "?section=CONTEXT").body("items.text", contains("Three", "One"));
        list(fiche, "?status=OPEN").body("items.text", contains("Three", "Two"));
        list(fiche, "?section=CONTEXT&status=RESOLVED").body("items.text", contains("One"));
        String next = list(fiche, "?limit=2")
                .body("items.text", contains("Three", "Two"))
                .extract()
                .path("next");
        list(fiche, "?limit=2&cursor=" + next)
                .body("items.text", contains("One"))
                .body("next", nullValue());
    }

    @Test
    void who_sees_a_fiche_sees_its_comments_and_who_only_reads_it_says_nothing() {
        String fiche = Fiches.drafted("KH");
        String id = comment(manager(), fiche, "RISKS", "Which?").extract().path("id");
        RequestSpecification auditor = Tokens.as("auditor");
        auditor.get(at(fiche, "/comments/" + id)).then().statusCode(200);
        comment(Tokens.as("auditor"), fiche, "RISKS", "No").statusCode(403);
        comment(Tokens.of("steering-member").request(), fiche, "RISKS", "Of no institution")
                .statusCode(403);
        for (RequestSpecification stranger :
                List.of(partner("somebody-else"), officer("AFRICA_WEST"), delegation("KE"))) {
            comment(stranger, fiche, "RISKS", "No").statusCode(404);
        }
        partner("somebody-else").get(at(fiche, "/comments/" + id)).then().statusCode(404);
        partner("somebody-else").get(at(fiche, "/comments")).then().statusCode(404);
    }

    @Test
    void a_delegation_comments_and_resolves_what_it_said_itself() {
        String fiche = Fiches.drafted("KH");
        String own = comment(delegation("KH"), fiche, "VISIBILITY", "Invite the press.")
                .statusCode(201)
                .extract()
                .path("id");
        String other =
                comment(manager(), fiche, "VISIBILITY", "Where?").extract().path("id");
        delegation("KH")
                .post(at(fiche, "/comments/" + own + "/resolution"))
                .then()
                .statusCode(200);
        delegation("KH")
                .post(at(fiche, "/comments/" + other + "/resolution"))
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:mieux:problem:not-yours-to-resolve"));
    }

    @Test
    void a_comment_is_of_its_fiche_only() {
        String id = comment(manager(), Fiches.drafted("KH"), "RISKS", "Which?")
                .extract()
                .path("id");
        String another = Fiches.drafted("KH");
        manager().get(at(another, "/comments/" + id)).then().statusCode(404);
        manager().post(at(another, "/comments/" + id + "/resolution")).then().statusCode(404);
        manager().get(at(another, "/comments/" + UUID.randomUUID())).then().statusCode(404);
        manager().get(at(another, "/comments/nonsense")).then().statusCode(404);
    }

    @Test
    void a_comment_stays_with_the_version_that_it_was_made_on() {
        String fiche = Fiches.drafted("KH");
        String id =
                comment(manager(), fiche, "ACTIVITIES", "Too few.").extract().path("id");
        Fiches.saved(manager(), fiche, Fiches.content(7)).statusCode(200);
        comment(manager(), fiche, "ACTIVITIES", "Enough.").body("contentVersion", equalTo(2));
        manager().get(at(fiche, "/comments/" + id)).then().body("contentVersion", equalTo(1));
    }

    @Test
    void bad_input_is_named_with_its_field() {
        String fiche = Fiches.drafted("KH");
        json(manager(), Map.of())
                .post(at(fiche, "/comments"))
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/section", "/text"));
        comment(manager(), fiche, "WEATHER", "x").statusCode(400).body("errors.pointer", contains("/section"));
        comment(manager(), fiche, "RISKS", " ").statusCode(422);
        comment(manager(), fiche, "RISKS", "x".repeat(5001)).statusCode(422);
        manager().get(at(fiche, "/comments?section=WEATHER")).then().statusCode(422);
        manager().get(at(fiche, "/comments?status=LOST")).then().statusCode(422);
        manager().get(at(fiche, "/comments?cursor=nonsense")).then().statusCode(400);
        manager().get(at(fiche, "/comments?limit=0")).then().statusCode(422);
    }

    @Test
    void a_discussion_ends_after_a_hundred_replies() {
        String fiche = Fiches.drafted("KH");
        String id = comment(manager(), fiche, "RISKS", "Which?").extract().path("id");
        for (int i = 0; i < 100; i++) {
            json(manager(), Map.of("text", "More."))
                    .post(at(fiche, "/comments/" + id + "/replies"))
                    .then()
                    .statusCode(200);
        }
        json(manager(), Map.of("text", "More."))
                .post(at(fiche, "/comments/" + id + "/replies"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:thread-too-long"));
    }

    private static ValidatableResponse comment(RequestSpecification by, String fiche, String section, String text) {
        return json(by, Map.of("section", section, "text", text))
                .post(at(fiche, "/comments"))
                .then();
    }

    private static ValidatableResponse list(String fiche, String query) {
        return manager().get(at(fiche, "/comments" + query)).then().statusCode(200);
    }

    private static RequestSpecification delegation(String country) {
        return Tokens.of("eu-delegation").claim("countries", List.of(country)).request();
    }
}
