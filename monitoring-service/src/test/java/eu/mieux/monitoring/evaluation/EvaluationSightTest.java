package eu.mieux.monitoring.evaluation;

import static eu.mieux.monitoring.evaluation.Sheets.SKILLS;
import static eu.mieux.monitoring.evaluation.Sheets.give;
import static eu.mieux.monitoring.evaluation.Sheets.sheet;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who reads what was answered. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class EvaluationSightTest {

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void an_activity_was_delivered_in_benin() {
        Sheets.begin(database);
    }

    @Test
    void who_collects_elsewhere_still_answers_once_where_she_answers_for_her_authority() {
        String sheet = sheet("AUTHORITY", "overall-experience", 4);
        give(officerAndPartner("ASIA"), sheet).then().statusCode(201).body("items", hasSize(0));
        give(officerAndPartner("ASIA"), sheet)
                .then()
                .statusCode(409)
                .body("type", is("urn:mieux:problem:feedback-already-given"));
        give(officerAndPartner("AFRICA_WEST"), sheet).then().statusCode(201).body("items[0].responses", is(2));
    }

    private static RequestSpecification officerAndPartner(String region) {
        return Tokens.of("partner")
                .claim("roles", List.of("partner", "officer"))
                .claim("authority", "bj-ministry")
                .claim("regions", List.of(region))
                .request();
    }

    @Test
    void an_officer_reads_the_evaluations_of_her_regions_and_no_others() {
        String id = give(Tokens.as("monitoring"), sheet("PARTICIPANT", "skills-enhanced", 5))
                .path("items[0].id");
        read("officer", "AFRICA_WEST", "/" + id).statusCode(200).body("id", is(id));
        read("officer", "AFRICA_WEST", "").body("items.id", is(List.of(id)));
        read("officer", "ASIA", "/" + id).statusCode(404);
        read("officer", "ASIA", "").body("items", hasSize(0));
        read("auditor", "ASIA", "").body("items.id", is(List.of(id)));
    }

    @Test
    void answers_behind_a_provisional_figure_are_for_those_who_read_all_evaluations() {
        give(Tokens.as("monitoring"), sheet("PARTICIPANT", "skills-enhanced", 5))
                .then()
                .statusCode(201);
        await().untilAsserted(() -> Tokens.as("manager").get(SKILLS).then().statusCode(200));
        Tokens.as("monitoring").get(SKILLS + "/records").then().statusCode(200).body("items.score", hasItem(5));
        for (String role : new String[] {"officer", "emm", "steering-member"}) {
            of(role).get(SKILLS).then().statusCode(200);
            of(role).get(SKILLS + "/records")
                    .then()
                    .statusCode(403)
                    .body("type", is("urn:mieux:problem:records-out-of-reach"));
        }
        Tokens.as("manager")
                .post("/api/v1/annual-reports/1999/publication")
                .then()
                .statusCode(201);
        Tokens.as("auditor").get(SKILLS + "/records").then().body("items[0].actionCode", is("1999-01"));
        Tokens.anonymous()
                .get(SKILLS + "/records")
                .then()
                .statusCode(200)
                .body("items.score", hasItem(5))
                .body("items[0]", not(hasKey("actionCode")))
                .body("items[0]", not(hasKey("activityNumber")))
                .body("items[0]", not(hasKey("collectedOn")));
    }

    @Test
    void records_behind_a_provisional_figure_are_for_those_who_read_all_of_their_kind() {
        String activities = "/api/v1/annual-reports/1999/figures/activities.total";
        for (String role : new String[] {"officer", "knowledge", "steering-member"}) {
            of(role).get(activities).then().statusCode(200);
            of(role).get(activities + "/records").then().statusCode(403);
        }
        machine("annual-reports:read").get(activities).then().statusCode(200);
        machine("annual-reports:read").get(activities + "/records").then().statusCode(403);
        machine("annual-reports:read actions:read")
                .get(activities + "/records")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification machine(String scopes) {
        return Tokens.of("client").claim("scope", scopes).request();
    }

    private static ValidatableResponse read(String role, String region, String tail) {
        return Tokens.of(role)
                .claim("regions", List.of(region))
                .request()
                .get("/api/v1/evaluations" + tail)
                .then();
    }

    private static RequestSpecification of(String role) {
        return Tokens.of(role).claim("institution", "INTPA").request();
    }
}
