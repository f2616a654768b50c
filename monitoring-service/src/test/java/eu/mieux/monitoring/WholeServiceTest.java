package eu.mieux.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.Csv;
import eu.mieux.chassis.testing.ListOrders;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.chassis.testing.nonsense.Nonsense;
import eu.mieux.monitoring.fact.CsvPortfolio;
import eu.mieux.monitoring.fact.TestFacts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What holds of every operation, tried with the facility's own history in a database that no other test looks at. */
@QuarkusTest
@QuarkusTestResource(value = RealSuite.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeServiceTest {

    @Inject
    AgroalDataSource database;

    @Test
    @Order(1)
    void the_history_comes_in() {
        new TestFacts(database).learn(CsvPortfolio.read(CsvPortfolio.mieux()));
        for (String file : List.of("evaluations", "expected-figures")) {
            assertThat(Csv.imported(file, Csv.text(file), "").getString("status"))
                    .isEqualTo("SUCCEEDED");
        }
        Tokens.as("manager")
                .post("/api/v1/annual-reports/2017/publication")
                .then()
                .statusCode(201);
    }

    @Test
    @Order(2)
    void every_list_gives_every_row_once_in_every_order() {
        ListOrders.giveEveryRowOnceAndInOrder(1);
    }

    @Test
    @Order(3)
    void nonsense_is_answered_properly() throws InterruptedException {
        Nonsense.isAnsweredProperly(Map.of("regions", List.of("AFRICA_WEST"), "countries", List.of("CM")));
    }
}
