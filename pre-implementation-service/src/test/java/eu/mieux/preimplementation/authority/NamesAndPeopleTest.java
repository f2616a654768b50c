package eu.mieux.preimplementation.authority;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.officer;
import static eu.mieux.preimplementation.Given.partner;
import static eu.mieux.preimplementation.authority.Institutions.AUTHORITIES;
import static eu.mieux.preimplementation.authority.Institutions.key;
import static eu.mieux.preimplementation.authority.Institutions.reading;
import static eu.mieux.preimplementation.authority.Institutions.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.preimplementation.Given;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class NamesAndPeopleTest {

    @Inject
    AgroalDataSource database;

    private static final Map<String, Object> AMINATA = Map.of(
            "name",
            "Aminata Example",
            "function",
            "Head of unit",
            "email",
            "aminata@example.org",
            "phone",
            "+223 00 00 00 00",
            "languages",
            List.of("fr", "en"));

    @Test
    void an_authority_is_called_by_other_names_which_can_be_changed_and_removed() {
        String id = registered("DJ", "Ministry of Transport");
        String alias = json(ifMatch(1), Map.of("name", "Ministère des Transports", "language", "fr"))
                .post(AUTHORITIES + id + "/aliases")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("aliases.name", contains("Ministère des Transports"))
                .extract()
                .path("aliases[0].id");
        String at = AUTHORITIES + id + "/aliases/" + alias;
        Map<String, String> other = Map.of("name", "Ministère de l'Équipement et des Transports", "language", "fr");
        json(manager(), other).put(at).then().statusCode(428);
        json(ifMatch(1), other).put(at).then().statusCode(412);
        json(ifMatch(2), other).put(at).then().statusCode(200).header("ETag", "\"3\"");
        json(ifMatch(3), other).put(at).then().statusCode(200).header("ETag", "\"3\"");
        manager().delete(at).then().statusCode(428);
        ifMatch(3).delete(at).then().statusCode(200).body("aliases", empty());
        ifMatch(4).delete(at).then().statusCode(404);
        manager()
                .get(AUTHORITIES + id + "/history")
                .then()
                .body(
                        "items.what",
                        contains(
                                "authority-aliases-changed",
                                "authority-aliases-changed",
                                "authority-aliases-changed",
                                "authority-registered"))
                .body("items[0].changes[0].before.name", equalTo(other.get("name")))
                .body("items[0].changes[0].after", nullValue());
    }

    @Test
    void what_is_wrong_with_a_name_or_a_person_is_named() {
        String id = registered("DJ", "Ministry of Energy");
        refused(id, "/aliases", Map.of("name", " ", "language", "fr"), "/name");
        refused(id, "/aliases", Map.of("name", "Énergie", "language", "klingon"), "/language");
        refused(id, "/contacts", Map.of("name", "A", "email", "nowhere"), "/email");
        refused(id, "/contacts", Map.of("name", "A", "languages", List.of("fr", "xx", "fr")), "/languages/1");
        refused(id, "/contacts", Map.of("function", "Director"), "/name");
        for (String role : List.of("partner", "auditor", "steering-member", "client")) {
            json(Tokens.as(role), AMINATA)
                    .post(AUTHORITIES + id + "/contacts")
                    .then()
                    .statusCode(403);
        }
        json(manager(), AMINATA)
                .post(AUTHORITIES + UUID.randomUUID() + "/contacts")
                .then()
                .statusCode(404);
    }

    @Test
    void focal_points_are_seen_by_staff_and_their_own_colleagues_and_each_look_is_written_down() {
        String id = registered("DJ", "Ministry of Agriculture");
        String other = registered("DJ", "Ministry of Culture");
        json(manager(), AMINATA).post(AUTHORITIES + id + "/contacts").then().statusCode(200);
        for (RequestSpecification entitled : List.of(
                officer("AFRICA_CENTRAL_EASTERN_SOUTHERN"), manager(), Tokens.as("auditor"), partner(key(id)))) {
            entitled.get(AUTHORITIES + id)
                    .then()
                    .statusCode(200)
                    .body("contacts.email", contains("aminata@example.org"));
        }
        for (RequestSpecification stranger : List.of(
                partner(key(other)),
                Tokens.as("officer"),
                Tokens.as("steering-member"),
                Tokens.as("expert"),
                Tokens.as("emm"))) {
            stranger.get(AUTHORITIES + id)
                    .then()
                    .statusCode(200)
                    .body("$", not(org.hamcrest.Matchers.hasKey("contacts")))
                    .body(not(containsString("aminata")));
        }
        manager().get("/api/v1/authorities?country=DJ&limit=200").then().body(not(containsString("aminata")));
        List<String> readers = Tokens.as("auditor")
                .get("/api/v1/services/pre-implementation/audit-trail?kind=READ&recordId=" + id)
                .jsonPath()
                .getList("items.actor");
        assertThat(readers)
                .contains("officer-1", "manager-1", "auditor-1", "partner-1")
                .doesNotContain("expert-1");
    }

    @Test
    void who_a_focal_point_is_stands_in_no_event_and_no_history() {
        String id = registered("DJ", "Ministry of Tourism");
        String contact = json(manager(), AMINATA)
                .post(AUTHORITIES + id + "/contacts")
                .then()
                .statusCode(200)
                .extract()
                .path("contacts[0].id");
        String at = AUTHORITIES + id + "/contacts/" + contact;
        json(ifMatch(2), Map.of("name", "Boubacar Example"))
                .put(at)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"");
        ifMatch(3).delete(at).then().statusCode(200).body("contacts", hasSize(0));
        manager()
                .get(AUTHORITIES + id + "/history")
                .then()
                .body("items[0].what", equalTo("authority-contacts-changed"))
                .body("items[0].changes[0].of", equalTo("authority-contact"))
                .body("items[0].changes[0].before", equalTo(Map.of("id", contact)))
                .body("items[1].changes[0].after", equalTo(Map.of("id", contact)))
                .body(not(containsString("Aminata")))
                .body(not(containsString("Boubacar")));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Stream.published("mieux.authority"))
                        .filteredOn(event -> event.key().equals(id))
                        .hasSize(4)
                        .noneMatch(event -> event.value().contains("Example")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Immigration Comittee of Erewhon", "comité d'immigration", "EREWHON", "imigration erewon"})
    void an_authority_is_found_by_a_name_or_alias_that_is_spelt_somehow(String asked) {
        String id = reading("er-immigration-committee-of-erewhon").extract().path("id");
        if (id == null) {
            id = registered("ER", "Immigration Committee of Erewhon");
            json(manager(), Map.of("name", "Comité d'Immigration de l'Erewhon", "language", "fr"))
                    .post(AUTHORITIES + id + "/aliases")
                    .then()
                    .statusCode(200);
        }
        manager()
                .queryParam("name", asked)
                .queryParam("country", "ER")
                .get("/api/v1/authorities")
                .then()
                .statusCode(200)
                .body("items.id", contains(id));
    }

    @Test
    void a_name_that_nobody_bears_finds_nobody() {
        manager()
                .queryParam("name", "Xyzzyplugh")
                .get("/api/v1/authorities")
                .then()
                .body("items", empty());
        manager()
                .queryParam("name", "x".repeat(301))
                .get("/api/v1/authorities")
                .then()
                .statusCode(422);
    }

    @Test
    void names_are_searched_in_indexes() throws SQLException {
        for (String table : List.of("authority", "authority_alias")) {
            String plan = plan("select * from %s where as_searched('interior') <%% as_searched(name)".formatted(table));
            assertThat(plan)
                    .contains(
                            "Bitmap Index Scan on " + table + (table.equals("authority") ? "_name" : "") + "_searched");
        }
        assertThat(plan("select * from authority where merged_into = 'xx'")).contains("authority_merged");
    }

    /** As it is with so many rows that it is worth an index. */
    private String plan(String query) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            try (ResultSet line = statement.executeQuery("explain " + query)) {
                while (line.next()) {
                    plan.append(line.getString(1)).append('\n');
                }
            } finally {
                statement.execute("reset enable_seqscan");
            }
        }
        return plan.toString();
    }

    @Test
    void a_regional_organisation_has_members_as_of_a_day() {
        Given.imported("authorities", """
                key,name,type,country,regional_organisation,provenance
                xx-comesa-court,COMESA Court,REGIONAL_ORGANISATION,,COMESA,
                """);
        String members = AUTHORITIES + "xx-comesa-court/members";
        List<String> before =
                manager().get(members + "?on=2018-07-17").jsonPath().getList("members.country");
        List<String> after =
                manager().get(members + "?on=2018-07-18").jsonPath().getList("members.country");
        assertThat(before).doesNotContain("TN", "SO").hasSize(19);
        assertThat(after).contains("TN", "SO").hasSize(21);
        manager().get(members).then().statusCode(200).body("organisation", equalTo("COMESA"));
        manager().get(members + "?on=0001-01-01").then().statusCode(422);
        manager().get(members + "?on=yesterday").then().statusCode(400);
        manager()
                .get(AUTHORITIES + registered("DJ", "Ministry of Justice") + "/members")
                .then()
                .statusCode(404);
    }

    private static void refused(String id, String what, Map<String, Object> command, String pointer) {
        json(manager(), command)
                .post(AUTHORITIES + id + what)
                .then()
                .statusCode(422)
                .body("errors.pointer", org.hamcrest.Matchers.hasItem(pointer));
    }

    private static RequestSpecification ifMatch(int version) {
        return manager().header("If-Match", "\"" + version + "\"");
    }
}
