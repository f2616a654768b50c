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
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        authority = send(
                        officer(),
                        Map.of(
                                "name",
                                "Migration Directorate " + UUID.randomUUID(),
                                "type",
                                "CENTRAL_GOVERNMENT",
                                "country",
                                "CR"))
                .post("/api/v1/authorities")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
        String id = send(
                        partner(),
                        Map.of(
                                "title", "Document security",
                                "problem", "Forged documents are hard to find.",
                                "support", "A curriculum and a training of trainers.",
                                "authorities", List.of(authority),
                                "countries", List.of("CR"),
                                "themes", List.of("DOCUMENT_SECURITY"),
                                "languages", List.of("es")))
                .post("/api/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        reference = partner()
                .post("/api/v1/requests/" + id + "/submission")
                .then()
                .statusCode(200)
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
        send(officer(), Map.of())
                .post("/api/v1/requests/" + reference + "/review")
                .then()
                .statusCode(200);
        send(as("manager"), Map.of("outcome", "APPROVED"))
                .post("/api/v1/requests/" + reference + "/decision")
                .then()
                .statusCode(409)
                .body("detail", containsString("INTPA"));
        for (String institution : List.of("EEAS", "HOME", "INTPA", "NEAR")) {
            send(as("steering-member", "--institution", institution), Map.of("opinion", "FAVOURABLE"))
                    .post("/api/v1/requests/" + reference + "/opinions")
                    .then()
                    .statusCode(200);
        }
        send(as("manager"), Map.of("outcome", "APPROVED", "note", "Well prepared."))
                .post("/api/v1/requests/" + reference + "/decision")
                .then()
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("actionName", containsString("Costa Rica "));
    }

    @Test
    @Order(4)
    void the_fiche_is_drafted_and_endorsed_by_three_sides_and_becomes_an_action() {
        Response fiche = send(
                        officer(),
                        Map.of(
                                "region",
                                REGION,
                                "pillar",
                                "IRREGULAR_MIGRATION",
                                "themes",
                                List.of("DOCUMENT_SECURITY"),
                                "objective",
                                "Forged documents are found.",
                                "activities",
                                List.of(Map.of(
                                        "number",
                                        1,
                                        "type",
                                        "TRAINING",
                                        "title",
                                        "Training on document security",
                                        "modality",
                                        "ON_SITE",
                                        "country",
                                        "CR"))))
                .post("/api/v1/requests/" + reference + "/action-fiche");
        fiche.then().statusCode(201).body("warnings", not(empty()));
        String id = fiche.path("id");
        send(officer(), Map.of("side", "OFFICER"))
                .post("/api/v1/action-fiches/" + id + "/endorsements")
                .then()
                .statusCode(200);
        send(as("steering-member", "--institution", "INTPA"), Map.of("side", "STEERING_GROUP"))
                .post("/api/v1/action-fiches/" + id + "/endorsements")
                .then()
                .statusCode(200);
        send(partner(), Map.of("side", "PARTNER"))
                .post("/api/v1/action-fiches/" + id + "/endorsements")
                .then()
                .statusCode(200)
                .body("status", equalTo("ENDORSED"));
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
        officer()
                .post("/api/v1/actions/" + reference + "/launch")
                .then()
                .statusCode(200)
                .body("status", equalTo("ONGOING"));
        Response planned = officer().get("/api/v1/actions/" + reference + "/activities/1");
        send(officer().header("If-Match", planned.header("ETag")), activity())
                .put("/api/v1/actions/" + reference + "/activities/1")
                .then()
                .statusCode(200);
        officer()
                .post("/api/v1/actions/" + reference + "/activities/1/confirmation")
                .then()
                .statusCode(200)
                .body("status", equalTo("CONFIRMED"));
    }

    @Test
    @Order(6)
    void an_expert_is_registered_proposed_invited_and_accepts() {
        expert = send(
                        as("emm"),
                        Map.of(
                                "givenName",
                                "María",
                                "familyName",
                                "Ñandú",
                                "gender",
                                "FEMALE",
                                "nationality",
                                "PT",
                                "category",
                                "EU_MEMBER_STATE_ADMINISTRATION",
                                "languages",
                                List.of("es:C1"),
                                "themes",
                                List.of("DOCUMENT_SECURITY")))
                .post("/api/v1/experts")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
        await().atMost(SOON).until(() -> {
            Response proposed = send(
                            as("emm"),
                            Map.of(
                                    "expertKey",
                                    expert,
                                    "actionCode",
                                    reference,
                                    "activityNumber",
                                    1,
                                    "role",
                                    "LEAD_EXPERT",
                                    "days",
                                    3))
                    .post("/api/v1/deployments");
            deployment = proposed.statusCode() == 201 ? proposed.path("id") : null;
            return deployment != null;
        });
        as("emm")
                .post("/api/v1/deployments/" + deployment + "/invitation")
                .then()
                .statusCode(200);
        as("expert", "--expert", expert)
                .post("/api/v1/deployments/" + deployment + "/acceptance")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"));
    }

    @Test
    @Order(7)
    void the_activity_is_delivered_once_its_attendance_is_recorded() {
        officer()
                .post("/api/v1/actions/" + reference + "/activities/1/delivery")
                .then()
                .statusCode(422);
        Response activity = officer().get("/api/v1/actions/" + reference + "/activities/1");
        send(officer().header("If-Match", activity.header("ETag")), Map.of("female", 7, "male", 5, "other", 1))
                .put("/api/v1/actions/" + reference + "/activities/1/attendance")
                .then()
                .statusCode(200);
        await().atMost(SOON)
                .untilAsserted(() -> officer()
                        .post("/api/v1/actions/" + reference + "/activities/1/delivery")
                        .then()
                        .statusCode(200)
                        .body("status", equalTo("DELIVERED")));
    }

    @Test
    @Order(8)
    void a_deliverable_is_handed_over_and_feedback_is_given() {
        String id = send(
                        officer(),
                        Map.of(
                                "title",
                                "Curriculum on document security",
                                "type",
                                "CURRICULUM",
                                "languages",
                                List.of("es")))
                .post("/api/v1/actions/" + reference + "/deliverables")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        officer()
                .post("/api/v1/actions/" + reference + "/deliverables/" + id + "/validation")
                .then()
                .statusCode(200);
        send(officer(), Map.of("receivedBy", "Migration Directorate"))
                .post("/api/v1/actions/" + reference + "/deliverables/" + id + "/handover")
                .then()
                .statusCode(200)
                .body("status", equalTo("HANDED_OVER"));
        await().atMost(SOON)
                .untilAsserted(() -> send(
                                as("monitoring"),
                                Map.of(
                                        "actionCode",
                                        reference,
                                        "activityNumber",
                                        1,
                                        "audience",
                                        "PARTICIPANT",
                                        "answers",
                                        List.of(Map.of("question", "skills-enhanced", "score", 5))))
                        .post("/api/v1/evaluations")
                        .then()
                        .statusCode(201));
    }

    @Test
    @Order(9)
    void the_figures_move() {
        Map<String, Integer> expected = new HashMap<>(Map.of(
                "requests.new",
                1,
                "actions.launched",
                1,
                "activities.total",
                1,
                "activities.region." + REGION,
                1,
                "participants.total",
                13,
                "participants.female",
                7,
                "experts.deployed",
                1,
                "experts.roster",
                1,
                "deliverables.handed-over",
                1));
        await().atMost(SOON).untilAsserted(() -> {
            JsonPath now = figures();
            expected.forEach((id, more) ->
                    assertThat(value(now, id) - value(before, id)).as(id).isEqualTo(more));
        });
    }

    @Test
    @Order(10)
    void what_is_published_about_it_is_found_by_search() {
        String word = "Quetzal" + UUID.randomUUID().toString().substring(0, 8);
        String key = send(
                        as("communications"),
                        Map.of(
                                "title",
                                word + " sobre documentos falsificados",
                                "kind",
                                "ARTICLE",
                                "languages",
                                List.of("es"),
                                "countries",
                                List.of("CR"),
                                "themes",
                                List.of("DOCUMENT_SECURITY")))
                .post("/api/v1/publications")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
        as("communications")
                .post("/api/v1/publications/" + key + "/review")
                .then()
                .statusCode(200);
        send(as("communications"), Map.of())
                .post("/api/v1/publications/" + key + "/publication")
                .then()
                .statusCode(422);
        anonymous()
                .queryParam("q", word)
                .get("/api/v1/search")
                .then()
                .statusCode(200)
                .body("items", empty());
        send(
                        as("communications"),
                        Map.of("fundingStatementConfirmed", true, "emblemConfirmed", true, "disclaimerConfirmed", true))
                .post("/api/v1/publications/" + key + "/publication")
                .then()
                .statusCode(200);
        anonymous()
                .queryParam("q", word)
                .get("/api/v1/search")
                .then()
                .statusCode(200)
                .body("items.key", hasItem(key));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Brussels"));
    }

    private static Map<String, Object> activity() {
        return Map.of(
                "type",
                "TRAINING",
                "title",
                "Training on document security",
                "modality",
                "ON_SITE",
                "country",
                "CR",
                "startsOn",
                today().withDayOfYear(1).toString(),
                "endsOn",
                today().withDayOfYear(1).toString());
    }

    private static io.restassured.specification.RequestSpecification officer() {
        return as("officer", "--region", REGION);
    }

    private static io.restassured.specification.RequestSpecification partner() {
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

    private static int value(JsonPath report, String id) {
        return report.getInt("figures.find { it.id == '" + id + "' }.value");
    }
}
