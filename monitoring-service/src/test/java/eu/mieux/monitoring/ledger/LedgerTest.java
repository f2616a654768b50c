package eu.mieux.monitoring.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import eu.mieux.chassis.testing.Csv;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.monitoring.fact.TestFacts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class LedgerTest {

    private static final String FILE = "expected-figures";
    private static final String LEDGER = "/api/v1/annual-reports/1998/ledger";
    private static final String ROWS = """
            figure,year,note,printed,computed,rounding,verdict,source
            activities.total,1998,programme,64,64,integer,REPRODUCED,Annual Report 1998
            activities.total,1998,web article,sixty,64,integer,MISPRINT,A web article
            """;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void two_figures_are_printed() {
        new TestFacts(database).execute("truncate printed_figure");
        Csv.assertCounts(Csv.imported(FILE, ROWS), 2, 0, 0);
    }

    @Test
    void a_file_that_comes_twice_changes_nothing() {
        Csv.assertCounts(Csv.imported(FILE, ROWS), 0, 0, 2);
        assertThat(Csv.exported(FILE)).isEqualTo(ROWS);
    }

    @Test
    void a_row_whose_source_is_put_right_replaces_its_entry() {
        String edited = ROWS.replace("Annual Report 1998", "Annual Report 1998 page 7");
        Csv.assertCounts(Csv.imported(FILE, edited), 0, 1, 1);
        assertThat(Csv.exported(FILE)).isEqualTo(edited);
        Tokens.as("manager")
                .get(LEDGER)
                .then()
                .statusCode(200)
                .body("items.source", is(List.of("Annual Report 1998 page 7", "A web article")));
    }

    @Test
    void one_entry_is_not_named_twice_in_a_file() {
        JsonPath operation =
                Csv.imported(FILE, ROWS + "activities.total,1998,programme,65,64,integer,MISPRINT,Another report\n");
        assertThat(operation.getString("status")).isEqualTo("FAILED");
        assertThat(operation.getLong("errorCount")).isOne();
    }

    @Test
    void the_ledger_is_paged_through() {
        JsonPath first = Tokens.as("manager").get(LEDGER + "?limit=1").jsonPath();
        assertThat(first.getList("items.note")).containsExactly("programme");
        Tokens.as("manager")
                .get(LEDGER + "?limit=1&cursor=" + first.getString("next"))
                .then()
                .body("items", hasSize(1))
                .body("items[0].note", is("web article"));
    }
}
