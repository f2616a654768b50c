package eu.mieux.monitoring;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mieux.chassis.testing.AccessTable;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.monitoring.fact.TestFacts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Everybody is of Benin's ministry, in its country and region, and an expert who worked there. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class AccessTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVALUATION = "/api/v1/evaluations/{id}";
    private static final String REPORTS = "/api/v1/annual-reports/";
    private static final String REPORT = REPORTS + "{year}";
    private static final String FIGURE = REPORT + "/figures/{id}";
    private static final int PUBLISHED = 1985;
    private static final int PROVISIONAL = 1986;

    private static final Map<String, List<String>> EVERYBODY = Map.of(
            "regions", List.of("AFRICA_WEST"),
            "countries", List.of("BJ"),
            "authority", List.of("bj-ministry"),
            "expert", List.of("expert-1"));

    @Inject
    AgroalDataSource database;

    @Test
    void every_operation_answers_every_role_as_the_reviewed_table_says() throws IOException {
        table().holds();
    }

    @Test
    void a_member_of_no_institution_is_answered_as_anybody() throws IOException {
        table().whoIsOfNoInstitutionIsNoMember();
    }

    @Test
    void whoever_reads_a_record_hears_that_it_changed_and_nobody_else() throws IOException {
        table().whoReadsARecordHearsOfIt();
    }

    @Test
    void what_one_learns_from_lists_is_of_no_use_to_another() throws IOException {
        table().idsOfOneAreOfNoUseToAnother();
    }

    private AccessTable table() throws IOException {
        TestFacts facts = new TestFacts(database);
        facts.forget();
        facts.execute("delete from evaluation; delete from feedback; delete from annual_report");
        facts.learn(Map.of(
                "action", List.of(action("1985-01", "AFRICA_WEST"), action("1986-01", "ASIA")),
                "activity", List.of(activity("1985-01"), activity("1986-01")),
                "evaluation", List.of(answers("1985-01"), answers("1986-01")),
                "request", List.of(json("""
                        {"reference":"1985-01","title":"Benin","authorityKeys":["bj-ministry"],"countries":["BJ"],"themes":[],
                         "status":"APPROVED"}""")),
                "deployment", List.of(json("""
                        {"expertKey":"expert-1","actionCode":"1985-01","activityNumber":1,"category":"MEMBER_STATE","status":"COMPLETED"}"""))));
        AccessTable table = new AccessTable(EVERYBODY, "evaluations", "monitoring");
        table.record(EVALUATION, "own", evaluated("1985-01"));
        table.record(EVALUATION, "other-region", evaluated("1986-01"));
        table.record(EVALUATION, "absent", "/api/v1/evaluations/" + UUID.randomUUID());
        sheet(table, "own", "AUTHORITY", "overall-experience", "1985-01");
        sheet(table, "own-mission", "EXPERT", "peer-exchange-beneficial", "1985-01");
        sheet(table, "other-region", "AUTHORITY", "overall-experience", "1986-01");
        sheet(table, "absent", "AUTHORITY", "overall-experience", "1066-01");
        Tokens.as("manager").post(REPORTS + PUBLISHED + "/publication").then().statusCode(201);
        report(table, "published", PUBLISHED);
        report(table, "provisional", PROVISIONAL);
        table.record(REPORT, "absent", REPORTS + "1066");
        table.record(FIGURE, "absent", REPORTS + PUBLISHED + "/figures/shoes.sold");
        return table;
    }

    private static void report(AccessTable table, String kind, int year) {
        String report = REPORTS + year;
        table.record(REPORT, kind, report);
        table.record(FIGURE, kind, report + "/figures/activities.total");
        table.record(FIGURE, kind + "-of-evaluations", report + "/figures/satisfaction.participant.skills-enhanced");
    }

    private static void sheet(AccessTable table, String kind, String audience, String question, String action) {
        table.body("POST /api/v1/evaluations", kind, """
                {"actionCode":"%s","activityNumber":1,"audience":"%s",
                 "answers":[{"question":"%s","score":4}]}""".formatted(action, audience, question));
    }

    private static String evaluated(String action) {
        String id = Tokens.as("monitoring")
                .contentType("application/json")
                .body("""
                        {"actionCode":"%s","activityNumber":1,"audience":"PARTICIPANT",
                         "answers":[{"question":"skills-enhanced","score":5}]}""".formatted(action))
                .post("/api/v1/evaluations")
                .then()
                .statusCode(201)
                .extract()
                .path("items[0].id");
        return "/api/v1/evaluations/" + id;
    }

    private static ObjectNode action(String code, String region) throws IOException {
        return json("""
                {"code":"%s","name":"Benin I","region":"%s","countries":["BJ"],"themes":[],"status":"ONGOING"}""".formatted(code, region));
    }

    private static ObjectNode activity(String action) throws IOException {
        return json("""
                {"actionCode":"%s","number":1,"type":"WORKSHOP","startsOn":"%s-03-01","beneficiaryCountries":[],
                 "status":"DELIVERED"}""".formatted(action, action.substring(0, 4)));
    }

    private static ObjectNode answers(String action) throws IOException {
        return json("""
                {"actionCode":"%s","activityNumber":1,"audience":"PARTICIPANT","question":"skills-enhanced","score":4,
                 "responses":3,"collectedOn":"%s-03-02"}""".formatted(action, action.substring(0, 4)));
    }

    private static ObjectNode json(String text) throws IOException {
        return (ObjectNode) JSON.readTree(text);
    }
}
