package eu.mieux.monitoring.evaluation;

import static eu.mieux.monitoring.evaluation.Sheets.SKILLS;
import static eu.mieux.monitoring.evaluation.Sheets.give;
import static eu.mieux.monitoring.evaluation.Sheets.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.Contracts;
import eu.mieux.chassis.testing.Csv;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.monitoring.fact.TestFacts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class FeedbackTest {

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void an_activity_was_delivered_and_another_planned() {
        Sheets.begin(database);
    }

    @Test
    void answers_move_the_figure_by_way_of_their_events() throws IOException {
        give(Tokens.as("monitoring"), sheet("PARTICIPANT", "skills-enhanced", 5))
                .then()
                .statusCode(201);
        give(Tokens.as("monitoring"), sheet("PARTICIPANT", "skills-enhanced", 5))
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/evaluations?actionCode=1999-01&activityNumber=1"))
                .body("items", hasSize(1))
                .body("items[0].responses", is(2));
        give(Tokens.as("monitoring"), sheet("PARTICIPANT", "skills-enhanced", 3))
                .then()
                .statusCode(201);
        await().untilAsserted(() -> Tokens.as("manager")
                .get(SKILLS)
                .then()
                .body("value", is(66.7f))
                .body("numerator", is(2))
                .body("denominator", is(3)));
        for (Stream.Published event : Stream.published("mieux.evaluation")) {
            Contracts.assertKept("evaluation", event.value());
        }
    }

    @Test
    void an_evaluation_is_read_by_its_id() {
        String id = give(Tokens.as("monitoring"), sheet("PARTICIPANT", "skills-enhanced", 5))
                .path("items[0].id");
        Tokens.as("monitoring")
                .get("/api/v1/evaluations/" + id)
                .then()
                .statusCode(200)
                .body("question", is("skills-enhanced"));
    }

    @Test
    void a_partner_answers_for_its_authority_once() {
        RequestSpecification partner =
                Tokens.of("partner").claim("authority", "bj-ministry").request();
        give(partner, sheet("AUTHORITY", "overall-experience", 4)).then().statusCode(201);
        give(
                        Tokens.of("partner").claim("authority", "bj-ministry").request(),
                        sheet("AUTHORITY", "overall-experience", 4))
                .then()
                .statusCode(409)
                .body("type", is("urn:mieux:problem:feedback-already-given"));
        give(
                        Tokens.of("partner").claim("authority", "bj-ministry").request(),
                        sheet("PARTICIPANT", "skills-enhanced", 4))
                .then()
                .statusCode(403);
        give(
                        Tokens.of("partner").claim("authority", "pe-ministry").request(),
                        sheet("AUTHORITY", "overall-experience", 4))
                .then()
                .statusCode(404);
    }

    @Test
    void an_authority_with_two_focal_points_answers_once_and_each_of_two_authorities_for_itself() {
        String sheet = sheet("AUTHORITY", "overall-experience", 4);
        give(focalPoint("awa", "bj-ministry"), sheet).then().statusCode(201);
        give(focalPoint("binta", "bj-ministry"), sheet)
                .then()
                .statusCode(409)
                .body("detail", containsString("Your authority has given its feedback on 1999-01/1 already"));
        give(focalPoint("authority:bj-ministry", "bj-police"), sheet).then().statusCode(201);
    }

    @Test
    void an_authority_that_was_merged_has_answered_for_the_one_that_goes_on() {
        String sheet = sheet("AUTHORITY", "overall-experience", 4);
        give(focalPoint("awa", "bj-police"), sheet).then().statusCode(201);
        new TestFacts(database).execute("""
                insert into merged_key (id, key, merged_into) values
                    (gen_random_uuid(), 'bj-police', 'bj-ministry'), (gen_random_uuid(), 'bj-of-old', 'bj-ministry')""");
        give(focalPoint("binta", "bj-ministry"), sheet).then().statusCode(409);
        give(focalPoint("chipo", "bj-of-old"), sheet).then().statusCode(409);
        give(focalPoint("dede", "bj-of-nowhere"), sheet).then().statusCode(404);
    }

    private static RequestSpecification focalPoint(String subject, String authority) {
        return Tokens.of("partner")
                .subject(subject)
                .claim("authority", authority)
                .request();
    }

    @Test
    void an_expert_answers_where_deployed() {
        give(Tokens.of("expert").claim("expert", "expert-1").request(), sheet("EXPERT", "peer-exchange-beneficial", 5))
                .then()
                .statusCode(201);
        give(Tokens.of("expert").claim("expert", "expert-2").request(), sheet("EXPERT", "peer-exchange-beneficial", 5))
                .then()
                .statusCode(404);
        give(Tokens.as("expert"), sheet("EXPERT", "peer-exchange-beneficial", 5))
                .then()
                .statusCode(404);
    }

    @Test
    void an_officer_collects_in_its_own_regions() {
        give(
                        Tokens.of("officer")
                                .claim("regions", List.of("AFRICA_WEST"))
                                .request(),
                        sheet("PARTICIPANT", "job-difference", 5))
                .then()
                .statusCode(201);
        give(
                        Tokens.of("officer").claim("regions", List.of("ASIA")).request(),
                        sheet("PARTICIPANT", "job-difference", 5))
                .then()
                .statusCode(404);
    }

    @Test
    void what_breaks_a_rule_is_named_by_field() {
        RequestSpecification monitoring = Tokens.as("monitoring");
        give(monitoring, sheet("EVERYBODY", "skills-enhanced", 5))
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/audience", "/answers/0/question")));
        give(Tokens.as("monitoring"), sheet("PARTICIPANT", "overall-experience", 5))
                .then()
                .statusCode(422);
        give(Tokens.as("monitoring"), sheet("PARTICIPANT", "skills-enhanced", 6))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/answers/0/score"));
        give(Tokens.as("monitoring"), """
                {"actionCode":"1999-01","activityNumber":1,"audience":"PARTICIPANT","collectedOn":"1999-02-28",
                 "answers":[{"question":"skills-enhanced","score":5},{"question":"skills-enhanced","score":4}]}""").then().statusCode(422);
        give(Tokens.as("monitoring"), "{\"actionCode\":\"1999-01\",\"mood\":\"good\"}")
                .then()
                .statusCode(400);
        give(Tokens.as("monitoring"), """
                {"actionCode":"1999-01","activityNumber":1,"audience":"PARTICIPANT","answers":[null]}""")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/answers/0"))
                .body("errors[0].detail", is("Give an answer here, with question and score, or leave it out."));
        give(Tokens.as("monitoring"), "[]").then().statusCode(400);
        give(Tokens.as("monitoring"), "").then().statusCode(422);
        give(Tokens.as("client"), sheet("PARTICIPANT", "skills-enhanced", 5))
                .then()
                .statusCode(403);
    }

    @Test
    void feedback_on_what_is_not_delivered_or_not_there_is_refused() {
        give(
                        Tokens.as("monitoring"),
                        sheet("PARTICIPANT", "skills-enhanced", 5)
                                .replace("\"activityNumber\":1", "\"activityNumber\":2"))
                .then()
                .statusCode(409)
                .body("type", is("urn:mieux:problem:activity-not-delivered"));
        give(Tokens.as("monitoring"), sheet("PARTICIPANT", "skills-enhanced", 5).replace("1999-01", "1999-02"))
                .then()
                .statusCode(404);
    }

    @Test
    void sheets_that_come_at_the_same_moment_are_all_counted() throws InterruptedException, ExecutionException {
        int sheets = 16;
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> given = java.util.stream.Stream.generate(() -> threads.submit(
                            () -> give(Tokens.as("monitoring"), sheet("PARTICIPANT", "skills-enhanced", 5))
                                    .statusCode()))
                    .limit(sheets)
                    .toList();
            for (Future<Integer> one : given) {
                assertThat(one.get()).isEqualTo(201);
            }
        }
        Tokens.as("monitoring")
                .get("/api/v1/evaluations?actionCode=1999-01&activityNumber=1")
                .then()
                .body("items", hasSize(1))
                .body("items[0].responses", is(sheets));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> Tokens.as("manager").get(SKILLS).then().body("denominator", is(sheets)));
    }

    @Test
    void bad_rows_of_an_import_are_named_and_nothing_is_kept() {
        JsonPath operation = Csv.imported("evaluations", """
                action_code,activity_number,audience,question,score,responses,collected_on,provenance
                1999-01,1,PARTICIPANT,skills-enhanced,5,3,1999-03-02,
                1999-01,7,PARTICIPANT,skills-enhanced,5,3,1999-03-02,
                1999-01,1,PARTICIPANT,overall-experience,5,3,1999-03-02,
                1999-01,1,PARTICIPANT,skills-enhanced,6,-1,1999-02-30,hearsay
                1999-01,1,PARTICIPANT,skills-enhanced,5,3,1999-03-02,
                """);
        assertThat(operation.getString("status")).isEqualTo("FAILED");
        JsonPath errors = Tokens.as("manager")
                .get("/api/v1/portfolio/evaluations/imports/" + operation.getString("id") + "/errors")
                .jsonPath();
        assertThat(errors.getList("items.findAll { it.line == 3 }.code")).containsExactly("unknown-reference");
        assertThat(errors.getList("items.findAll { it.line == 4 }.column")).containsExactly("question");
        assertThat(errors.getList("items.findAll { it.line == 5 }.column"))
                .containsExactlyInAnyOrder("score", "responses", "collected_on", "provenance");
        assertThat(errors.getList("items.findAll { it.line == 6 }.code")).containsExactly("duplicate-key");
        Tokens.as("monitoring").get("/api/v1/evaluations").then().body("items", hasSize(0));
    }

    @Test
    void answers_of_an_unknown_day_count_in_their_activitys_year_and_those_about_a_whole_action_in_none() {
        String rows = """
                action_code,activity_number,audience,question,score,responses,collected_on,provenance
                1999-01,,PARTICIPANT,skills-enhanced,5,4,,
                1999-01,1,PARTICIPANT,skills-enhanced,5,3,,
                """;
        Csv.assertCounts(Csv.imported("evaluations", rows), 2, 0, 0);
        Csv.assertCounts(Csv.imported("evaluations", rows), 0, 0, 2);
        assertThat(Csv.exported("evaluations")).isEqualTo(rows);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> Tokens.as("manager").get(SKILLS).then().body("denominator", is(3)));
        Tokens.as("manager")
                .get(SKILLS + "/records?limit=1")
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
    }
}
