package eu.mieux.monitoring.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.Csv;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.monitoring.fact.CsvPortfolio;
import eu.mieux.monitoring.fact.TestFacts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The facility's history as it is read through the API: first provisional, then published, then corrected. One long file, since it is
 * one story whose steps build on each other.
 */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AnnualReportTest {

    private static final String REPORTS = "/api/v1/annual-reports";
    private static final String R2017 = REPORTS + "/2017";

    @Inject
    AgroalDataSource database;

    @Test
    @Order(0)
    void the_facility_s_history_is_brought_in() throws IOException {
        TestFacts facts = new TestFacts(database);
        facts.forget();
        facts.execute(
                "delete from evaluation; delete from feedback; delete from annual_report; delete from printed_figure");
        Map<String, List<com.fasterxml.jackson.databind.node.ObjectNode>> portfolio =
                new HashMap<>(CsvPortfolio.read(CsvPortfolio.mieux()));
        portfolio.remove("evaluation");
        facts.learn(portfolio);
        Csv.imported("evaluations", Files.readString(CsvPortfolio.mieux().resolve("evaluations.csv")));
        Csv.imported("expected-figures", Files.readString(CsvPortfolio.mieux().resolve("expected-figures.csv")));
        await().until(() -> Tokens.as("manager")
                .get(R2017 + "/figures/satisfaction.participant.skills-enhanced")
                .jsonPath()
                .getString("value")
                .equals("87.0"));
    }

    @Test
    @Order(1)
    void a_provisional_report_is_for_staff() {
        Tokens.anonymous().get(R2017).then().statusCode(401).contentType(containsString("problem+json"));
        Tokens.as("partner").get(R2017).then().statusCode(403);
        Tokens.as("expert").get(R2017 + "/figures/activities.total").then().statusCode(403);
        Tokens.as("expert")
                .get(R2017 + "/figures/activities.total/records")
                .then()
                .statusCode(403);
        Tokens.as("expert").get(R2017 + "/ledger").then().statusCode(403);
        Tokens.as("auditor").get(R2017).then().statusCode(200).body("status", is("provisional"));
        Tokens.of("steering-member")
                .claim("institution", "INTPA")
                .request()
                .get(R2017)
                .then()
                .statusCode(200);
        Tokens.anonymous().get(REPORTS).then().statusCode(200).body("items", hasSize(0));
        Tokens.as("officer")
                .get(REPORTS + "?limit=200")
                .then()
                .statusCode(200)
                .body("items.year", hasItems(2009, 2017, 2024))
                .body("items.status", everyItem(is("provisional")));
    }

    @Test
    @Order(2)
    void every_figure_of_2017_comes_out_as_the_ledger_expects() {
        JsonPath ledger = Tokens.as("manager").get(R2017 + "/ledger").jsonPath();
        assertThat(ledger.getList("items")).hasSizeGreaterThan(40);
        assertThat(ledger.getList("items.agrees", Boolean.class)).containsOnly(true);
        assertThat(ledger.getList("items.findAll { it.figure == 'activities.growth.LATIN_AMERICA_CARIBBEAN' }.note"))
                .containsExactly("Latin America and the Caribbean", "Latin America and the Caribbean (web article)");
        assertThat(ledger.getList("items.findAll { it.verdict == 'NOT_REPRODUCIBLE' }"))
                .isNotEmpty();
    }

    @Test
    @Order(3)
    void a_figure_says_how_it_came_about() {
        Tokens.as("manager")
                .get(R2017 + "/figures/activities.total")
                .then()
                .statusCode(200)
                .body("value", is(64))
                .body("numerator", is(64))
                .body("denominator", nullValue())
                .body("previous", is(55))
                .body("change", is(16.4f))
                .body("unit", is("activities"))
                .body("label", is("Activities"))
                .body("definition", is("Activities delivered that start in the year."))
                .body("illustrativeShare", is(illustrativeShareOfActivities()));
    }

    private static float illustrativeShareOfActivities() {
        List<Map<String, String>> counted = CsvPortfolio.rows(
                        CsvPortfolio.mieux().resolve("activities.csv"))
                .stream()
                .filter(a ->
                        a.get("starts_on").startsWith("2017") && a.get("status").equals("DELIVERED"))
                .toList();
        long illustrative = counted.stream()
                .filter(a -> a.get("provenance").equals("illustrative"))
                .count();
        return Math.round(1000.0f * illustrative / counted.size()) / 10.0f;
    }

    @Test
    @Order(4)
    void labels_come_in_the_caller_s_language() {
        Tokens.as("manager")
                .header("Accept-Language", "fr-BE, en;q=0.5")
                .get(R2017 + "/figures/activities.region.AFRICA_WEST")
                .then()
                .header("Content-Language", "fr")
                .body("label", is("Activités : Afrique (de l'Ouest)"));
        Tokens.as("manager")
                .header("Accept-Language", "es")
                .get(R2017)
                .then()
                .header("Content-Language", "es")
                .body("figures.find { it.id == 'beneficiaries.total' }.label", is("Beneficiarios"));
    }

    @Test
    @Order(5)
    void the_records_behind_a_figure_are_paged_through() {
        List<Map<String, Object>> countries = new ArrayList<>();
        String next = R2017 + "/figures/beneficiaries.countries/records?limit=7";
        while (next != null) {
            var page = Tokens.as("manager").get(next).then().statusCode(200).extract();
            countries.addAll(page.jsonPath().getList("items"));
            String link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(countries).hasSize(39).extracting(c -> c.get("country")).doesNotHaveDuplicates();
        assertThat(countries)
                .allSatisfy(country ->
                        assertThat((Integer) country.get("activities")).isPositive());
        Tokens.as("manager")
                .get(R2017 + "/figures/participants.female-share/records?limit=200")
                .then()
                .body("items", hasSize(64))
                .body("items.quantity.sum()", is(789))
                .body("items.base.sum()", is(1794));
    }

    @Test
    @Order(5)
    void every_figure_s_records_say_what_they_add_and_one_asks_for_the_fields_one_needs() {
        List<String> figures = Tokens.as("manager").get(R2017).jsonPath().getList("figures.id");
        assertThat(figures).hasSizeGreaterThan(40);
        for (String figure : figures) {
            List<Map<String, Object>> records = Tokens.as("manager")
                    .get(R2017 + "/figures/" + figure + "/records?limit=200&fields=quantity,counted")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items");
            assertThat(records)
                    .as(figure)
                    .allSatisfy(record -> assertThat(record).containsOnlyKeys("quantity", "counted"));
        }
        Tokens.as("manager")
                .get(R2017 + "/figures/activities.total/records?fields=quantities")
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/fields")));
    }

    @Test
    @Order(5)
    void who_was_shown_which_experts_before_the_year_was_published_is_written_down() {
        List<String> shown = Tokens.of("manager")
                .subject("curious")
                .request()
                .get(R2017 + "/figures/experts.roster/records?limit=5")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.expertKey");
        assertThat(Tokens.as("auditor")
                        .get("/api/v1/services/monitoring/audit-trail?recordType=expert&actor=curious&limit=200")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("items.recordKey", String.class))
                .hasSize(5)
                .containsExactlyInAnyOrderElementsOf(shown);
    }

    @Test
    @Order(6)
    void distances_are_told_to_the_metre() {
        String kilometres = R2017 + "/figures/travel.kilometres.team";
        assertThat(Tokens.as("manager").get(kilometres).asString())
                .containsPattern("\"numerator\":\\d+(\\.\\d{1,3})?,");
        assertThat(Tokens.as("manager").get(kilometres + "/records?limit=1").asString())
                .containsPattern("\"kilometres\":\\d+(\\.\\d{1,3})?,\"miles\":\\d+(\\.\\d{1,3})?\\D");
    }

    @Test
    @Order(7)
    void a_year_without_anything_has_zeros_and_nulls() {
        Tokens.as("manager")
                .get(REPORTS + "/1950")
                .then()
                .statusCode(200)
                .body("figures.find { it.id == 'activities.total' }.value", is(0))
                .body("figures.find { it.id == 'activities.growth' }.value", nullValue())
                .body("figures.find { it.id == 'participants.female-share' }.value", nullValue())
                .body("figures.find { it.id == 'response.median-days' }.value", nullValue())
                .body("figures.find { it.id == 'activities.total' }.illustrativeShare", nullValue());
    }

    @Test
    @Order(8)
    void what_was_imported_is_exported_again_and_a_second_import_changes_nothing() throws IOException {
        for (String file : List.of("evaluations", "expected-figures")) {
            String csv = Files.readString(CsvPortfolio.mieux().resolve(file + ".csv"));
            assertThat(Csv.exported(file).lines())
                    .containsExactlyInAnyOrderElementsOf(csv.lines().toList());
            JsonPath again = Csv.imported(file, csv);
            assertThat(again.getString("status")).isEqualTo("SUCCEEDED");
            assertThat(again.getLong("unchanged")).isEqualTo(csv.lines().count() - 1);
            assertThat(again.getLong("created") + again.getLong("updated")).isZero();
        }
    }

    @Test
    @Order(9)
    void publishing_is_for_managers_and_monitoring_and_happens_once() {
        Tokens.as("officer").post(R2017 + "/publication").then().statusCode(403);
        Tokens.anonymous().post(R2017 + "/publication").then().statusCode(401);
        Tokens.as("monitoring")
                .post(R2017 + "/publication")
                .then()
                .statusCode(201)
                .header("Location", containsString(R2017))
                .body("status", is("published"));
        Tokens.as("manager")
                .post(R2017 + "/publication")
                .then()
                .statusCode(409)
                .body("type", is("urn:mieux:problem:report-already-published"));
    }

    @Test
    @Order(10)
    void a_published_report_is_for_everybody() {
        Tokens.anonymous()
                .get(R2017)
                .then()
                .statusCode(200)
                .body("status", is("published"))
                .body("figures.find { it.id == 'activities.total' }.value", is(64))
                .body("figures.findAll { it.restated != null }", hasSize(0))
                .body("figures.id", hasItem("channel.website.users"));
        Tokens.anonymous().get(R2017 + "/figures/experts.deployed").then().body("value", is(84));
        Tokens.anonymous()
                .get(R2017 + "/figures/experts.deployed/records?limit=200")
                .then()
                .body("items", hasSize(84))
                .body("items.gender", everyItem(nullValue()));
        Tokens.anonymous().get(R2017 + "/ledger").then().statusCode(200).body("items.agrees", everyItem(equalTo(true)));
        Tokens.anonymous().get(REPORTS).then().body("items.year", is(List.of(2017)));
        Tokens.anonymous().get(R2017 + "?asOf=2020-01-01T00:00:00Z").then().statusCode(401);
        Tokens.anonymous().get(REPORTS + "/2016").then().statusCode(401);
    }

    @Test
    @Order(11)
    void a_later_correction_shows_beside_the_published_value() {
        Stream.publish("activity", UUID.randomUUID(), 1, "activity-delivered", """
                {"id":"0199c5a0-7c1e-7d3a-9a51-3f2b6c8d9e10","actionCode":"2017-01","number":99,"title":"Found in the archive",
                 "type":"WORKSHOP","modality":"ON_SITE","startsOn":"2017-12-31","endsOn":null,"country":"BJ","city":null,
                 "beneficiaryCountries":["BJ"],"status":"DELIVERED","participantsFemale":1,"participantsMale":2,
                 "participantsOther":null,"provenance":null}""");
        await().untilAsserted(() -> Tokens.anonymous()
                .get(R2017 + "/figures/activities.total")
                .then()
                .body("value", is(64))
                .body("restated.value", is(65)));
        Tokens.anonymous()
                .get(R2017)
                .then()
                .body("figures.find { it.id == 'activities.total' }.value", is(64))
                .body("figures.find { it.id == 'activities.total' }.restated.value", is(65))
                .body("figures.find { it.id == 'experts.deployed' }.restated", nullValue());
        Tokens.anonymous()
                .get(R2017 + "/figures/activities.total/records?limit=200")
                .then()
                .body("items", hasSize(64));
        String now = java.time.Instant.now().toString();
        Tokens.as("auditor")
                .get(R2017 + "/figures/activities.total?asOf=" + now)
                .then()
                .body("value", is(65));
        Tokens.as("auditor")
                .get(R2017 + "/figures/activities.total?asOf=" + TestFacts.TOLD.minusSeconds(1))
                .then()
                .body("value", is(0));
    }
}
