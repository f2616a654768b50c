package eu.mieux.preimplementation;

import static eu.mieux.chassis.testing.Csv.assertCounts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import eu.mieux.chassis.testing.Csv;
import eu.mieux.chassis.testing.ListOrders;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.chassis.testing.nonsense.Nonsense;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The facility's own history, in and out; the steps build on each other. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
@TestProfile(PortfolioTest.OnAnEmptyDatabase.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PortfolioTest {

    private static final int AUTHORITIES = 178;
    private static final int REQUESTS = 188;

    /** A profile of its own gives the test a service and a database of its own. */
    public static class OnAnEmptyDatabase implements QuarkusTestProfile {}

    @Test
    @Order(1)
    void a_dry_run_says_what_would_come_in_and_changes_nothing() throws IOException {
        byte[] authorities = Csv.text("authorities").getBytes(StandardCharsets.UTF_8);
        JsonPath operation = Csv.imported("authorities", authorities, "dryRun=true");
        assertCounts(operation, AUTHORITIES, 0, 0);
        assertThat(operation.getBoolean("dryRun")).isTrue();
        assertThat(operation.getLong("bytesRead")).isEqualTo(authorities.length);
        assertThat(Csv.exported("authorities").lines()).hasSize(1);
        assertThat(Stream.published("mieux.authority")).isEmpty();
    }

    @Test
    @Order(2)
    void requests_whose_authorities_are_not_there_yet_are_refused_row_by_row() throws IOException {
        JsonPath operation = Csv.imported("requests", Csv.text("requests"));
        assertThat(operation.getString("status")).isEqualTo("FAILED");
        assertThat(operation.getInt("rejected")).isEqualTo(REQUESTS);
        assertThat(Csv.faults(operation)).contains("2 authorities unknown-reference");
        assertThat(Csv.exported("requests").lines()).hasSize(1);
    }

    @Test
    @Order(3)
    void the_history_comes_in_and_is_published() throws IOException {
        assertCounts(Csv.imported("authorities", Csv.text("authorities")), AUTHORITIES, 0, 0);
        assertCounts(Csv.imported("requests", Csv.text("requests")), REQUESTS, 0, 0);
        assertThat(Stream.published("mieux.authority")).hasSize(AUTHORITIES);
        assertThat(Stream.published("mieux.request"))
                .hasSize(REQUESTS)
                .allSatisfy(event -> assertThat(event.type()).isEqualTo("eu.mieux.request-recorded"));
        Tokens.as("auditor")
                .get("/api/v1/requests/2017-03")
                .then()
                .statusCode(200)
                .body("reference", equalTo("2017-03"))
                .body("submittedOn", startsWith("2017-"));
    }

    @Test
    @Order(4)
    void what_came_in_goes_out_again_row_by_row() throws IOException {
        assertThat(Csv.exported("authorities")).isEqualTo(Csv.text("authorities"));
        assertThat(Csv.exported("requests")).isEqualTo(Csv.text("requests"));
    }

    @Test
    @Order(5)
    void the_same_files_again_change_nothing() throws IOException {
        assertCounts(Csv.imported("authorities", Csv.text("authorities")), 0, 0, AUTHORITIES);
        assertCounts(Csv.imported("requests", Csv.text("requests")), 0, 0, REQUESTS);
        assertThat(Stream.published("mieux.authority")).hasSize(AUTHORITIES);
        assertThat(Stream.published("mieux.request")).hasSize(REQUESTS);
    }

    @Test
    @Order(6)
    void an_edited_row_changes_just_that_record() throws IOException {
        String renamed = Csv.text("authorities")
                .replace(
                        "am-state-migration-service,State Migration Service,",
                        "am-state-migration-service,Migration Service,");
        assertCounts(Csv.imported("authorities", renamed), 0, 1, AUTHORITIES - 1);
        String decided = Csv.text("requests").replace(",APPROVED,2009-06-15,,", ",APPROVED,2009-06-16,Agreed.,");
        assertCounts(Csv.imported("requests", decided), 0, 1, REQUESTS - 1);
        assertThat(Csv.exported("requests")).isEqualTo(decided);
        assertThat(Stream.published("mieux.request")).hasSize(REQUESTS + 1);
    }

    @Test
    @Order(7)
    void references_go_on_where_the_history_ends() {
        String header = Csv.exported("requests").lines().findFirst().orElseThrow();
        String year = reference(Given.submitted("CM", "The first here")).substring(0, 4);
        String row = year + "-41," + year + "-01-02,Brought in,cm-ministry-of-interior,CM,,SUBMITTED,,,\n";
        JsonPath ahead = Csv.imported("requests", header + "\n" + row);
        assertCounts(ahead, 1, 0, 0);
        assertThat(ahead.getString("detail"))
                .startsWith("%1$s-41 leaves numbers of %1$s out".formatted(year))
                .endsWith("the next submission will be %s-42.".formatted(year));
        assertThat(reference(Given.submitted("CM", "The next here"))).isEqualTo(year + "-42");
        String next = row.replace("-41,", "-43,");
        assertThat(Csv.imported("requests", header + "\n" + next).getString("detail"))
                .isNull();
    }

    @Test
    @Order(8)
    void a_request_whose_date_is_unknown_keeps_it_unknown() {
        String header = Csv.exported("requests").lines().findFirst().orElseThrow();
        String row = "2008-01,,Before the facility,cm-ministry-of-interior,CM,,ON_HOLD,,,\n";
        assertCounts(Csv.imported("requests", header + "\n" + row), 1, 0, 0);
        assertCounts(Csv.imported("requests", header + "\n" + row), 0, 0, 1);
        assertThat(Csv.exported("requests")).contains("\n" + row);
    }

    @Test
    @Order(9)
    void only_a_manager_imports_and_an_auditor_may_export() throws IOException {
        for (String role : new String[] {"officer", "auditor", "partner"}) {
            Tokens.as(role)
                    .contentType("text/csv")
                    .body(Csv.text("authorities"))
                    .post("/api/v1/portfolio/authorities/imports")
                    .then()
                    .statusCode(403);
        }
        Tokens.as("auditor")
                .get("/api/v1/portfolio/authorities")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"));
        Tokens.as("officer").get("/api/v1/portfolio/authorities").then().statusCode(403);
        Tokens.anonymous().get("/api/v1/portfolio/authorities").then().statusCode(401);
    }

    private static String reference(String request) {
        return Given.manager().get(Given.requestAt(request, "")).path("reference");
    }

    @Test
    @Order(98)
    void every_list_gives_every_row_once_in_every_order() {
        ListOrders.giveEveryRowOnceAndInOrder(2);
    }

    @Test
    @Order(99)
    void nonsense_is_answered_properly() throws InterruptedException {
        Nonsense.isAnsweredProperly(Map.of(
                "regions", List.of("AFRICA_WEST", "AFRICA_CENTRAL_EASTERN_SOUTHERN"),
                "countries", List.of("CI", "CM", "UG"),
                "authority", List.of("cm-ministry-of-interior-cameroon")));
    }
}
