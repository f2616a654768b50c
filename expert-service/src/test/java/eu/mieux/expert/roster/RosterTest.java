package eu.mieux.expert.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.Contracts;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.expert.Roster;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class RosterTest {

    @Inject
    AgroalDataSource database;

    @Test
    void an_expert_is_registered_with_a_name_in_any_script_and_a_key_that_says_nothing() {
        String key = Tokens.as("emm")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "givenName", "Ελένη",
                        "familyName", "王小明 العربية",
                        "gender", "FEMALE",
                        "nationality", "GR",
                        "category", "OTHER",
                        "background", "ACADEMIA",
                        "languages", List.of("el:C2", "fr:C1"),
                        "themes", List.of("ASYLUM"),
                        "registeredOn", "2019-05-02"))
                .post("/api/v1/experts")
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .header("Location", containsString("/api/v1/experts/"))
                .body("key", matchesPattern("expert-\\d{4,}"))
                .body("familyName", equalTo("王小明 العربية"))
                .body("languages", contains("el:C2", "fr:C1"))
                .body("registeredOn", equalTo("2019-05-02"))
                .extract()
                .path("key");
        Tokens.as("auditor")
                .get("/api/v1/experts/" + key)
                .then()
                .statusCode(200)
                .body("givenName", equalTo("Ελένη"));
    }

    @Test
    void an_expert_of_whom_only_the_category_is_known_is_fine_and_registered_today() {
        read(Tokens.as("officer"), Roster.registered())
                .statusCode(200)
                .body("givenName", nullValue())
                .body("nationality", nullValue())
                .body("languages", empty())
                .body("registeredOn", notNullValue());
    }

    @Test
    void every_unknown_code_is_named_at_once() {
        Tokens.as("manager")
                .contentType(ContentType.JSON)
                .body("""
                        {"gender": "F", "nationality": "ZZ", "category": "SECRET", "background": "SPY",
                         "languages": ["fr", "xx:C1", "fr:Z9", null], "themes": ["ASYLUM", "ASYLUM", "NONE", null],
                         "registeredOn": "9999-01-01"}""")
                .post("/api/v1/experts")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:mieux:problem:invalid-fields"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/gender",
                                "/nationality",
                                "/category",
                                "/background",
                                "/languages/0",
                                "/languages/1",
                                "/languages/2",
                                "/languages/3",
                                "/languages",
                                "/themes/2",
                                "/themes/3",
                                "/themes",
                                "/registeredOn"));
    }

    @Test
    void only_category_other_has_a_background() {
        Tokens.as("emm")
                .contentType(ContentType.JSON)
                .body(Map.of("category", "ICMPD", "background", "ACADEMIA"))
                .post("/api/v1/experts")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/background"))
                .body("detail", containsString("only OTHER has"));
    }

    @Test
    void an_expert_sees_herself_and_no_one_else() {
        String own = Roster.registered();
        String other = Roster.registered();
        read(Roster.herself(own).request(), own).statusCode(200);
        read(Roster.herself(own).request(), other).statusCode(404);
        read(Tokens.as("expert"), other).statusCode(404);
        read(Tokens.as("partner"), other).statusCode(403);
        Tokens.anonymous().get("/api/v1/experts/" + own).then().statusCode(401);
        Roster.herself(own)
                .request()
                .get("/api/v1/experts")
                .then()
                .statusCode(200)
                .body("items.key", contains(own));
        Tokens.as("partner").get("/api/v1/experts").then().statusCode(403);
    }

    @Test
    void an_expert_amends_her_own_profile_but_not_since_when_she_is_on_the_roster() {
        String own = Roster.registered(Map.of("registeredOn", "2015-01-01"));
        amend(Roster.herself(own), own, "\"1\"", Map.of("category", "ICMPD", "institution", "ICMPD, Vienna"))
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("institution", equalTo("ICMPD, Vienna"))
                .body("registeredOn", equalTo("2015-01-01"));
        amend(Roster.herself(own), own, "\"2\"", Map.of("category", "ICMPD", "registeredOn", "2009-01-01"))
                .statusCode(422)
                .body("errors.pointer", contains("/registeredOn"));
        amend(Roster.herself(own), Roster.registered(), "\"1\"", Map.of("category", "ICMPD"))
                .statusCode(404);
        amend(Tokens.of("officer"), own, "\"2\"", Map.of("category", "ICMPD")).statusCode(403);
    }

    @Test
    void a_change_says_which_version_it_changes() {
        String key = Roster.registered();
        Tokens.as("emm")
                .contentType(ContentType.JSON)
                .body(Map.of("category", "ICMPD"))
                .put("/api/v1/experts/" + key)
                .then()
                .statusCode(428);
        amend(Tokens.of("emm"), key, "\"7\"", Map.of("category", "ICMPD")).statusCode(412);
        amend(Tokens.of("emm"), key, "\"1\"", Map.of("category", "SOUTHERN_ADMINISTRATION"))
                .statusCode(200)
                .header("ETag", equalTo("\"1\""));
    }

    @Test
    void the_roster_is_narrowed_by_category_theme_nationality_and_language_at_a_level() {
        String fluent = Roster.registered(Map.of(
                "nationality", "IS", "languages", List.of("is:C2"), "themes", List.of("HEALTH", "CRISIS_MANAGEMENT")));
        String beginner = Roster.registered(Map.of("nationality", "IS", "languages", List.of("is:A2")));
        keys("language=is").body("items.key", contains(fluent, beginner));
        keys("language=is:B1").body("items.key", contains(fluent));
        keys("nationality=IS&theme=HEALTH").body("items.key", contains(fluent));
        keys("nationality=IS&category=OTHER").body("items", empty());
        keys("language=klingon").statusCode(422).body("errors.pointer", contains("/language"));
        keys("language=is:Z9").statusCode(422);
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        List<String> registered = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            registered.add(Roster.registered(Map.of("nationality", "LI")));
        }
        List<String> found = new ArrayList<>();
        String next = "/api/v1/experts?nationality=LI&limit=2";
        while (next != null) {
            ValidatableResponse page = Tokens.as("emm").get(next).then().statusCode(200);
            found.addAll(page.extract().jsonPath().getList("items.key", String.class));
            String link = page.extract().header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(found).isEqualTo(registered);
        keys("cursor=nonsense").statusCode(400);
        keys("limit=0").statusCode(422);
    }

    @Test
    void events_carry_no_name_and_keep_the_contract() throws IOException {
        String key = Roster.registered(Map.of("givenName", "Zdzisława", "institution", "Somewhere"));
        Stream.Published event = await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> Stream.published("mieux.expert").stream()
                                .filter(e -> e.value().contains("\"" + key + "\""))
                                .toList(),
                        hasSize(1))
                .getFirst();
        assertThat(event.type()).isEqualTo("eu.mieux.expert-registered");
        assertThat(event.value()).doesNotContain("Zdzisława", "Somewhere").contains("UNDISCLOSED");
        Contracts.assertKept("expert", event.value());
    }

    @Test
    void who_was_shown_whose_profile_is_written_down() throws SQLException {
        String key = Roster.registered(Map.of("nationality", "SM"));
        read(Tokens.of("auditor").subject("nosy").request(), key).statusCode(200);
        Tokens.of("officer").subject("searching").request().get("/api/v1/experts?nationality=SM");
        read(Tokens.of("expert").subject("stranger").request(), key).statusCode(404);
        Tokens.of("manager").subject("exporting").request().get("/api/v1/portfolio/experts");
        assertThat(readers("record_key = '" + key + "'")).containsExactly("nosy profile", "searching list");
        // The note is committed with the export, which ends after its last row was sent.
        await().untilAsserted(() -> assertThat(readers("record_key is null")).contains("exporting export"));
    }

    @Test
    void bad_input_is_told_what_is_wrong_with_it() {
        post("{\"category\": \"ICMPD\", \"shoeSize\": 38}").statusCode(400).body("detail", containsString("shoeSize"));
        post("{").statusCode(400);
        post("{\"category\": \"ICMPD\", \"givenName\": \"a\\u0000b\"}").statusCode(400);
        post("{\"category\": \"ICMPD\", \"registeredOn\": \"2019-02-30\"}").statusCode(400);
        post("{\"category\": \"ICMPD\", \"languages\": \"fr:C1\"}").statusCode(400);
        post("{\"category\": \"ICMPD\", \"givenName\": \"" + "x".repeat(201) + "\"}")
                .statusCode(422);
        post("{\"category\": \" \"}").statusCode(422).body("errors.pointer", hasItem("/category"));
        post("").statusCode(422);
        post("null").statusCode(422);
        post("{\"category\": \"ICMPD\", \"givenName\": \"\\ud800\"}").statusCode(not(equalTo(500)));
        read(Tokens.as("emm"), "no such key").statusCode(404);
        read(Tokens.as("emm"), "00000000-0000-0000-0000-000000000000").statusCode(404);
        keys("theme=%F0%9F%98%80").statusCode(422).body("errors.pointer", contains("/theme"));
        keys("theme=%00").statusCode(400);
    }

    private static ValidatableResponse post(String body) {
        return Tokens.as("emm")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/experts")
                .then();
    }

    private static ValidatableResponse read(io.restassured.specification.RequestSpecification by, String key) {
        return by.get("/api/v1/experts/{key}", key).then();
    }

    private static ValidatableResponse amend(Tokens by, String key, String ifMatch, Map<String, Object> profile) {
        return by.request()
                .contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body(profile)
                .put("/api/v1/experts/" + key)
                .then();
    }

    private static ValidatableResponse keys(String query) {
        return Tokens.as("emm")
                .urlEncodingEnabled(false)
                .get("/api/v1/experts?" + query)
                .then();
    }

    private List<String> readers(String where) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select actor || ' ' || what from audit_note where kind = 'READ' and " + where
                                + " order by id");
                ResultSet rows = select.executeQuery()) {
            List<String> readers = new ArrayList<>();
            while (rows.next()) {
                readers.add(rows.getString(1));
            }
            return readers;
        }
    }
}
