package eu.mieux.acceptance;

import static eu.mieux.acceptance.Suite.anonymous;
import static eu.mieux.acceptance.Suite.as;
import static eu.mieux.acceptance.Suite.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One request's whole life, by the people whose work it is, from the letter to what is published of it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainFlowTest {

    private static final String REGION = "LATIN_AMERICA_CARIBBEAN";
    private static final Duration SOON = Duration.ofSeconds(15);

    private static String authority;
    private static String reference;
    private static String expert;
    private static String deployment;
    private static JsonPath before;

    @Test
    @Order(1)
    void an_authority_is_registered_and_its_focal_point_submits_a_request() {
        before = figures();
        authority = created(officer(), "/authorities", """
                {"name": "Migration Directorate %s", "type": "CENTRAL_GOVERNMENT", "country": "CR"}
                """.formatted(UUID.randomUUID()))
                .path("key");

        String id = created(partner(), "/requests", """
                {"title": "Document security", "problem": "Forged documents are hard to find.",
                 "support": "A curriculum and a training of trainers.", "authorities": ["%s"],
                 "countries": ["CR"], "themes": ["DOCUMENT_SECURITY"], "languages": ["es"]}
                """.formatted(authority)).path("id");
        reference = done(partner(), "/requests/" + id + "/submission")
                .body("reference", matchesPattern(today().getYear() + "-\\d{2,}"))
                .extract()
                .path("reference");
    }

    @Test
    @Order(2)
    void its_eligibility_is_explained_rule_by_rule() {
        partner()
                .get("/api/v1/requests/" + reference + "/eligibility")
                .then()
                .statusCode(200)
                .body("eligible", equalTo(true))
                .body("findings.rule", hasItem("country-covered"))
                .body("findings.source", not(empty()));
    }

    @Test
    @Order(3)
    void the_steering_institutions_give_their_opinions_and_the_manager_decides() {
        String request = "/requests/" + reference;
        done(officer(), request + "/review", "{}");
        posted(as("manager"), request + "/decision", """
                {"outcome": "APPROVED", "note": "Well prepared."}""")
                .then()
                .statusCode(409)
                .body("detail", containsString("INTPA"));
        for (String institution : List.of("EEAS", "HOME", "INTPA", "NEAR")) {
            done(as("steering-member", "--institution", institution), request + "/opinions", """
                    {"opinion": "FAVOURABLE"}""");
        }
        done(as("eu-delegation", "--country", "CR"), request + "/opinions", """
                {"opinion": "NO_OBJECTION"}""");
        done(as("manager"), request + "/decision", """
                {"outcome": "APPROVED", "note": "Well prepared."}""")
                .body("status", equalTo("APPROVED"))
                .body("actionName", containsString("Costa Rica "));
    }

    @Test
    @Order(4)
    void the_fiche_is_drafted_and_endorsed_by_three_sides_and_becomes_an_action() {
        Response fiche = created(officer(), "/requests/" + reference + "/action-fiche", """
                {"region": "%s", "pillar": "IRREGULAR_MIGRATION", "themes": ["DOCUMENT_SECURITY"],
                 "objective": "Forged documents are found.",
                 "activities": [{"number": 1, "type": "TRAINING", "title": "Training on document security",
                                 "modality": "ON_SITE", "country": "CR"}]}
                """.formatted(REGION));
        fiche.then().body("warnings", not(empty()));
        String endorsements = "/action-fiches/" + fiche.path("id") + "/endorsements";
        done(officer(), endorsements, """
                {"side": "OFFICER"}""");
        done(as("steering-member", "--institution", "INTPA"), endorsements, """
                {"side": "STEERING_GROUP"}""");
        done(partner(), endorsements, """
                {"side": "PARTNER"}""").body("status", equalTo("ENDORSED"));
        await().atMost(SOON)
                .untilAsserted(() -> officer()
                        .get("/api/v1/actions/" + reference)
                        .then()
                        .statusCode(200)
                        .body("status", equalTo("PREPARATION"))
                        .body("region", equalTo(REGION)));
    }

    @Test
    @Order(5)
    void the_action_is_launched_and_its_activity_planned_and_confirmed() {
        done(officer(), "/actions/" + reference + "/launch").body("status", equalTo("ONGOING"));
        changed(officer(), activity(), """
                {"type": "TRAINING", "title": "Training on document security", "modality": "ON_SITE", "country": "CR",
                 "startsOn": "%1$s", "endsOn": "%1$s"}
                """.formatted(today().withDayOfYear(1)));
        done(officer(), activity() + "/confirmation").body("status", equalTo("CONFIRMED"));
    }

    @Test
    @Order(6)
    void an_expert_is_registered_proposed_invited_and_accepts() {
        expert = created(as("emm"), "/experts", """
                {"givenName": "María", "familyName": "Ñandú", "gender": "FEMALE", "nationality": "PT",
                 "category": "EU_MEMBER_STATE_ADMINISTRATION", "languages": ["es:C1"], "themes": ["DOCUMENT_SECURITY"]}
                """).path("key");
        await().atMost(SOON).until(() -> {
            Response proposed = posted(as("emm"), "/deployments", """
                    {"expertKey": "%s", "actionCode": "%s", "activityNumber": 1, "role": "LEAD_EXPERT", "days": 3}
                    """.formatted(expert, reference));
            deployment = proposed.statusCode() == 201 ? proposed.path("id") : null;
            return deployment != null;
        });
        done(as("emm"), "/deployments/" + deployment + "/invitation");
        done(as("expert", "--expert", expert), "/deployments/" + deployment + "/acceptance")
                .body("status", equalTo("ACCEPTED"));
    }

    @Test
    @Order(7)
    void the_activity_is_delivered_once_its_attendance_is_recorded() {
        String delivery = activity() + "/delivery";
        officer().post("/api/v1" + delivery).then().statusCode(422);
        changed(officer(), activity() + "/attendance", """
                {"female": 7, "male": 5, "other": 1}""");
        await().atMost(SOON).untilAsserted(() -> done(officer(), delivery).body("status", equalTo("DELIVERED")));
    }

    @Test
    @Order(8)
    void a_deliverable_is_handed_over_and_feedback_is_given() {
        String deliverables = "/actions/" + reference + "/deliverables";
        String deliverable =
                deliverables + "/" + created(officer(), deliverables, """
                {"title": "Curriculum on document security", "type": "CURRICULUM", "languages": ["es"]}""").path("id");
        done(officer(), deliverable + "/validation");
        done(officer(), deliverable + "/handover", """
                {"receivedBy": "Migration Directorate"}""").body("status", equalTo("HANDED_OVER"));
        await().atMost(SOON).untilAsserted(() -> created(as("monitoring"), "/evaluations", """
                {"actionCode": "%s", "activityNumber": 1, "audience": "PARTICIPANT",
                 "answers": [{"question": "skills-enhanced", "score": 5}]}
                """.formatted(reference)));
    }

    @Test
    @Order(9)
    void the_figures_move() {
        List<String> oneMore = List.of(
                "requests.new",
                "actions.launched",
                "activities.total",
                "activities.region." + REGION,
                "experts.deployed",
                "experts.roster",
                "deliverables.handed-over");

        await().atMost(SOON).untilAsserted(() -> {
            JsonPath now = figures();
            for (String id : oneMore) {
                assertThat(growth(id, now)).as(id).isEqualTo(1);
            }
            assertThat(growth("participants.total", now)).isEqualTo(13);
            assertThat(growth("participants.female", now)).isEqualTo(7);
        });
    }

    @Test
    @Order(10)
    void what_is_published_about_it_is_found_by_search() {
        String word = "Quetzal" + UUID.randomUUID().toString().substring(0, 8);
        String publication = "/publications/"
                + created(as("communications"), "/publications", """
                {"title": "%s sobre documentos falsificados", "kind": "ARTICLE", "languages": ["es"],
                 "countries": ["CR"], "themes": ["DOCUMENT_SECURITY"]}
                """.formatted(word))
                        .path("key");
        done(as("communications"), publication + "/review");
        posted(as("communications"), publication + "/publication", "{}").then().statusCode(422);
        found(word).body("items", empty());
        done(as("communications"), publication + "/publication", """
                {"fundingStatementConfirmed": true, "emblemConfirmed": true, "disclaimerConfirmed": true}""");
        found(word).body("items.key", hasItem(publication.substring("/publications/".length())));
    }

    private static ValidatableResponse found(String word) {
        return anonymous().queryParam("q", word).get("/api/v1/search").then().statusCode(200);
    }

    private static Response posted(RequestSpecification who, String path, String body) {
        return send(who, body).post("/api/v1" + path);
    }

    private static Response created(RequestSpecification who, String path, String body) {
        Response answer = posted(who, path, body);
        answer.then().statusCode(201);
        return answer;
    }

    private static ValidatableResponse done(RequestSpecification who, String path, String body) {
        return posted(who, path, body).then().statusCode(200);
    }

    private static ValidatableResponse done(RequestSpecification who, String path) {
        return who.post("/api/v1" + path).then().statusCode(200);
    }

    /** Replaces what the caller has just read. */
    private static void changed(RequestSpecification who, String path, String body) {
        String etag = officer().get("/api/v1" + activity()).header("ETag");
        send(who.header("If-Match", etag), body).put("/api/v1" + path).then().statusCode(200);
    }

    private static String activity() {
        return "/actions/" + reference + "/activities/1";
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Brussels"));
    }

    private static RequestSpecification officer() {
        return as("officer", "--region", REGION);
    }

    private static RequestSpecification partner() {
        return as("partner", "--authority", authority);
    }

    private static JsonPath figures() {
        return as("manager")
                .get("/api/v1/annual-reports/" + today().getYear())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static int growth(String id, JsonPath now) {
        return value(now, id) - value(before, id);
    }

    private static int value(JsonPath report, String id) {
        return report.getInt("figures.find { it.id == '" + id + "' }.value");
    }
}
