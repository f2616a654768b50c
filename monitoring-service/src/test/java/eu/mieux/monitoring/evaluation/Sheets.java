package eu.mieux.monitoring.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mieux.monitoring.fact.TestFacts;
import io.agroal.api.AgroalDataSource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Answer sheets about an Action in Benin, which the tests of evaluations all begin with. */
final class Sheets {

    static final String SKILLS = "/api/v1/annual-reports/1999/figures/satisfaction.participant.skills-enhanced";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Sheets() {}

    /** Its Activity 1 was delivered, its Activity 2 is planned, and nobody has answered anything. */
    static void begin(AgroalDataSource database) {
        TestFacts facts = new TestFacts(database);
        facts.forget();
        facts.execute(
                "delete from evaluation; delete from feedback; delete from annual_report; delete from merged_key");
        facts.learn(Map.of(
                "request",
                List.of(json("""
                        {"reference":"1999-01","title":"A request","authorityKeys":["bj-ministry","bj-police"],"countries":["BJ"],"themes":[],
                         "status":"APPROVED","submittedOn":"1999-01-10"}""")),
                "action",
                List.of(json("""
                        {"code":"1999-01","name":"Benin I","region":"AFRICA_WEST","countries":["BJ"],"themes":[],"status":"ONGOING"}""")),
                "activity",
                List.of(json("""
                        {"actionCode":"1999-01","number":1,"type":"WORKSHOP","startsOn":"1999-03-01","beneficiaryCountries":[],"status":"DELIVERED"}"""), json("""
                        {"actionCode":"1999-01","number":2,"type":"WORKSHOP","startsOn":"1999-04-01","beneficiaryCountries":[],"status":"PLANNED"}""")),
                "deployment",
                List.of(json("""
                        {"expertKey":"expert-1","actionCode":"1999-01","activityNumber":1,"category":"OTHER","status":"COMPLETED"}"""))));
    }

    static Response give(RequestSpecification as, String body) {
        return as.contentType("application/json").body(body).post("/api/v1/evaluations");
    }

    static String sheet(String audience, String question, int score) {
        return """
                {"actionCode":"1999-01","activityNumber":1,"audience":"%s","answers":[{"question":"%s","score":%d}]}""".formatted(audience, question, score);
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
