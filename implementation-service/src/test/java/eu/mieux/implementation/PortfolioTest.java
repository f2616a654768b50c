package eu.mieux.implementation;

import static eu.mieux.chassis.testing.Csv.assertCounts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.Contracts;
import eu.mieux.chassis.testing.Csv;
import eu.mieux.chassis.testing.ListOrders;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.chassis.testing.nonsense.Nonsense;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The facility's own history, in and out; the steps build on each other, so they stand in one file though it is long. */
@QuarkusTest
@QuarkusTestResource(value = RealSuite.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PortfolioTest {

    /** In the order in which they refer to each other, with the number of rows. */
    private static final Map<String, Integer> FILES =
            Map.of("actions", 138, "activities", 604, "deliverables", 103, "travel_legs", 2990, "carbon_offsets", 1);

    private static final List<String> ORDER =
            List.of("actions", "activities", "deliverables", "travel_legs", "carbon_offsets");
    private static final String ACTIONS = "code,name,objective,region,countries,regional_organisation,pillar,themes,"
            + "officer,launched_on,completed_on,status,provenance\n";
    private static final String ACTIVITIES = "action_code,number,type,title,modality,starts_on,ends_on,country,city,"
            + "beneficiary_countries,status,participants_female,participants_male,participants_other,provenance\n";
    private static final String LEGS = "key,traveller_kind,traveller_key,action_code,activity_number,departed_on,"
            + "from_iata,to_iata,cabin,provenance\n";
    private static final String DELIVERABLES = "action_code,title,type,languages,status,handed_over_on,provenance\n";
    private static final String OFFSETS = "key,year,standard,project,tonnes_co2e,provenance\n";

    @BeforeAll
    static void requests_and_experts_are_known() throws IOException {
        try (Elsewhere elsewhere = new Elsewhere()) {
            for (Map<String, String> row : Csv.rows("requests")) {
                elsewhere.request(
                        row.get("reference"),
                        List.of(row.get("authorities").split(";")),
                        day(row.get("submitted_on")),
                        day(row.get("decided_on")),
                        row.get("status"));
            }
            for (Map<String, String> row : Csv.rows("experts")) {
                elsewhere.expert(row.get("key"));
            }
        }
    }

    private static @Nullable LocalDate day(String cell) {
        return cell.isEmpty() ? null : LocalDate.parse(cell);
    }

    @Test
    @Order(1)
    void the_history_comes_in() throws IOException {
        for (String file : ORDER) {
            assertCounts(Csv.imported(file, Csv.text(file), "mode=all-or-nothing"), FILES.get(file), 0, 0, 0);
        }
        for (Map.Entry<String, String> topic : Map.of(
                        "action", "actions",
                        "activity", "activities",
                        "deliverable", "deliverables",
                        "travel-leg", "travel_legs",
                        "carbon-offset", "carbon_offsets")
                .entrySet()) {
            List<Stream.Published> published = Stream.published("mieux." + topic.getKey());
            assertThat(published).hasSize(FILES.get(topic.getValue()));
            Contracts.assertKept(topic.getKey(), published.getFirst().value());
        }
    }

    @Test
    @Order(2)
    void what_came_in_goes_out_again_row_by_row() throws IOException {
        for (String file : ORDER) {
            assertThat(Csv.exported(file)).as(file).isEqualTo(Csv.text(file));
        }
    }

    @Test
    @Order(3)
    void the_same_files_again_change_nothing() throws IOException {
        for (String file : ORDER) {
            assertCounts(Csv.imported(file, Csv.text(file), "mode=all-or-nothing"), 0, 0, FILES.get(file), 0);
        }
        assertThat(Stream.published("mieux.activity")).hasSize(604);
    }

    @Test
    @Order(4)
    void an_edited_row_changes_just_that_record() throws IOException {
        String edited = Csv.text("activities").replace("2009-06-23,2009-06-27,CM", "2009-06-24,2009-06-27,CM");
        assertCounts(Csv.imported("activities", edited, "mode=all-or-nothing"), 0, 1, 603, 0);
        assertThat(Csv.exported("activities")).isEqualTo(edited);
        assertCounts(Csv.imported("activities", Csv.text("activities"), "mode=all-or-nothing"), 0, 1, 603, 0);
        assertThat(Stream.published("mieux.activity")).hasSize(606);
    }

    @Test
    @Order(5)
    void the_history_is_read_like_everything_else() {
        Tokens.as("manager")
                .get("/api/v1/actions/2017-04")
                .then()
                .body("name", equalTo("IberRed"))
                .body("regionalOrganisation", containsString("IberRed"))
                .body("authorities", hasSize(1))
                .body("steps", hasSize(0));
        Tokens.as("manager").get("/api/v1/actions").then().body("items[0].code", equalTo("2023-02"));
        Tokens.as("manager")
                .get("/api/v1/actions/2009-01/activities/1")
                .then()
                .body("status", equalTo("DELIVERED"))
                .body("attendance.other", equalTo(0));
        Tokens.as("logistics")
                .get("/api/v1/travel-legs?action=2009-01&activity=1&limit=200")
                .then()
                .statusCode(200)
                .body("items.actionCode.unique()", contains("2009-01"));
        Tokens.as("logistics")
                .get("/api/v1/travel-legs?traveller=expert-0002&year=2009")
                .then()
                .statusCode(200);
        String traveller = Tokens.of("logistics")
                .subject("reads-one-leg")
                .request()
                .get("/api/v1/travel-legs/leg-00001")
                .then()
                .body("fromIata", equalTo("IAD"))
                .body("travellerKind", equalTo("EXPERT"))
                .extract()
                .path("travellerKey");
        Tokens.of("logistics")
                .subject("reads-her-legs")
                .request()
                .get("/api/v1/travel-legs?traveller=" + traveller)
                .then()
                .statusCode(200);
        Tokens.as("auditor")
                .get("/api/v1/services/implementation/audit-trail?kind=READ&recordType=traveller&recordKey="
                        + traveller)
                .then()
                .body("items.actor", hasItems("reads-one-leg", "reads-her-legs"));
        People.officerOf("ASIA").get("/api/v1/travel-legs/leg-00001").then().statusCode(404);
        People.officerOf("AFRICA_CENTRAL_EASTERN_SOUTHERN")
                .get("/api/v1/travel-legs/leg-00001")
                .then()
                .statusCode(200);
        Tokens.as("partner").get("/api/v1/travel-legs").then().statusCode(403);
        Tokens.as("auditor").get("/api/v1/carbon-offsets?year=2017").then().body("items.tonnesCo2e", contains("3750"));
        Tokens.as("auditor")
                .get("/api/v1/carbon-offsets/gold-standard-2017-12")
                .then()
                .statusCode(200);
        Tokens.as("auditor").get("/api/v1/carbon-offsets/none").then().statusCode(404);
        Tokens.as("partner").get("/api/v1/carbon-offsets").then().statusCode(403);
    }

    @Test
    @Order(6)
    void wrong_actions_are_named_by_line_and_column() {
        JsonPath operation = Csv.imported("actions", ACTIONS + """
                1999-99,A,,ASIA,,,,,,,,ONGOING,
                2009-1,,,ATLANTIS,CM;XX,,MAGIC,ASYLUM;ASYLUM,,2009-02-30,2009-01-01,DONE,guessed
                2009-05,B,,ASIA,,,,,,2010-02-03,2010-02-02,ONGOING,
                """, "mode=all-or-nothing");
        assertThat(operation.getString("status")).isEqualTo("FAILED");
        assertThat(Csv.faults(operation))
                .containsExactlyInAnyOrder(
                        "2 code unknown-reference",
                        "3 code malformed-value",
                        "3 name missing-value",
                        "3 region unknown-code",
                        "3 countries unknown-code",
                        "3 pillar unknown-code",
                        "3 themes rule-broken",
                        "3 launched_on impossible-date",
                        "3 status unknown-code",
                        "3 provenance unknown-code",
                        "4 completed_on impossible-date");
    }

    @Test
    @Order(7)
    void wrong_activities_are_named_and_the_good_ones_kept_when_told_so() throws IOException {
        JsonPath operation = Csv.imported("activities", ACTIVITIES + """
                1999-99,1,WORKSHOP,A,REMOTE,,,,,,PLANNED,,,,
                2009-01,zero,PICNIC,,OUTDOOR,2009-06-31,2009-06-01,XX,,YY,DONE,-1,one,1.5,
                2009-01,77,WORKSHOP,Kept,,2009-06-18,2009-06-01,,,CM;TD,POSTPONED,,0,,
                2009-01,77,WORKSHOP,Twice,REMOTE,,,,,,PLANNED,,,,
                """, "mode=keep-good");
        assertThat(Csv.faults(operation))
                .containsExactlyInAnyOrder(
                        "2 action_code unknown-reference",
                        "3 number malformed-value",
                        "3 type unknown-code",
                        "3 title missing-value",
                        "3 modality unknown-code",
                        "3 starts_on impossible-date",
                        "3 country unknown-code",
                        "3 beneficiary_countries unknown-code",
                        "3 status unknown-code",
                        "3 participants_female malformed-value",
                        "3 participants_male malformed-value",
                        "3 participants_other malformed-value",
                        "5 null duplicate-key");
        assertCounts(operation, 1, 0, 0, 3);
        Tokens.as("manager")
                .get("/api/v1/actions/2009-01/activities/77")
                .then()
                .body("status", equalTo("POSTPONED"))
                .body("attendance.male", equalTo(0))
                .body("attendance.female", nullValue());
        assertThat(Csv.exported("activities"))
                .contains("2009-01,77,WORKSHOP,Kept,,2009-06-18,2009-06-01,,,CM;TD,POSTPONED,,0,,\n");
    }

    @Test
    @Order(8)
    void wrong_travel_legs_are_named() {
        JsonPath operation = Csv.imported("travel_legs", LEGS + """
                l-1,EXPERT,nobody,a/b,1,2017-01-01,BRU,NBO,ECONOMY,
                l-2,TEAM,anyone,2009-01,999,2017-01-01,BRU,NBO,ECONOMY,
                l-3,GUEST,,,1,2017-02-29,AAAA,ZZZ,DECK,
                l-4,TEAM,anyone,,,,BRU,NBO,BUSINESS,
                l-5,TEAM,%s,,,2017-01-01,BRU,NBO,BUSINESS,
                """.formatted("k".repeat(5000)), "mode=keep-good");
        assertThat(Csv.faults(operation))
                .containsExactlyInAnyOrder(
                        "2 traveller_key unknown-reference",
                        "2 action_code unknown-reference",
                        "2 activity_number unknown-reference",
                        "3 activity_number unknown-reference",
                        "4 activity_number rule-broken",
                        "4 traveller_kind unknown-code",
                        "4 traveller_key missing-value",
                        "4 departed_on impossible-date",
                        "4 from_iata unknown-code",
                        "4 to_iata unknown-code",
                        "4 cabin unknown-code",
                        "6 traveller_key too-large");
        assertCounts(operation, 1, 0, 0, 4);
    }

    @Test
    @Order(9)
    void tonnes_keep_their_digits_and_compare_by_value() {
        String asWritten = OFFSETS + "o-1,2018,Gold Standard,A project,12.50,\n";
        assertCounts(Csv.imported("carbon_offsets", asWritten, "mode=all-or-nothing"), 1, 0, 0, 0);
        String otherwise = asWritten.replace("12.50", "12.5");
        assertCounts(Csv.imported("carbon_offsets", otherwise, "mode=all-or-nothing"), 0, 0, 1, 0);
        assertThat(Csv.exported("carbon_offsets")).contains("A project,12.50,\n");
        JsonPath wrong = Csv.imported("carbon_offsets", OFFSETS + "o-2,17,,,-1,\no-3,2017,,,1e9,\n", "mode=keep-good");
        assertThat(Csv.faults(wrong))
                .containsExactlyInAnyOrder(
                        "2 year malformed-value", "2 tonnes_co2e rule-broken", "3 tonnes_co2e malformed-value");
    }

    @Test
    @Order(10)
    void a_deliverable_that_is_not_handed_over_has_no_day_of_it() {
        JsonPath operation = Csv.imported("deliverables", DELIVERABLES + """
                2009-01,Drafted,STUDY,en,DRAFTING,2010-01-02,
                2009-01,Validated,STUDY,en,VALIDATED,2010-01-02,
                2009-01,Handed over some day,STUDY,en,HANDED_OVER,,
                2009-01,Being drafted,STUDY,en,DRAFTING,,
                """, "mode=keep-good");
        assertThat(Csv.faults(operation))
                .containsExactlyInAnyOrder("2 handed_over_on rule-broken", "3 handed_over_on rule-broken");
        assertCounts(operation, 2, 0, 0, 2);
    }

    @Test
    @Order(11)
    void a_key_that_no_address_can_bear_is_named() {
        JsonPath offsets =
                Csv.imported("carbon_offsets", OFFSETS + "o/../1,2018,,,1,\n  o 2 ,2018,,,1,\n", "mode=all-or-nothing");
        assertThat(Csv.faults(offsets)).containsExactlyInAnyOrder("2 key malformed-value", "3 key malformed-value");
        JsonPath legs = Csv.imported(
                "travel_legs", LEGS + "l/7,TEAM,anyone,,,2017-01-01,BRU,NBO,BUSINESS,\n", "mode=all-or-nothing");
        assertThat(Csv.faults(legs)).containsExactly("2 key malformed-value");
    }

    @Test
    @Order(98)
    void every_list_gives_every_row_once_in_every_order() {
        ListOrders.giveEveryRowOnceAndInOrder(5);
    }

    @Test
    @Order(99)
    void nonsense_is_answered_properly() throws InterruptedException {
        Nonsense.isAnsweredProperly(Map.of(
                "regions", List.of("AFRICA_WEST", "ASIA"),
                "countries", List.of("CI", "CM", "UG"),
                "authority", List.of("cm-ministry-of-interior-cameroon"),
                "expert", List.of("expert-1")));
    }
}
