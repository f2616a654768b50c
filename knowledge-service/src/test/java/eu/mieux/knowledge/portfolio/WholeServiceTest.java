package eu.mieux.knowledge.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.Csv;
import eu.mieux.chassis.testing.ListOrders;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.nonsense.Nonsense;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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

    @Test
    @Order(1)
    void the_history_comes_in() {
        for (String file : List.of("publications", "media_mentions", "channel_statistics")) {
            assertThat(Csv.imported(file, Csv.text(file), "").getString("status"))
                    .isEqualTo("SUCCEEDED");
        }
    }

    @Test
    @Order(2)
    void every_list_gives_every_row_once_in_every_order() {
        ListOrders.giveEveryRowOnceAndInOrder(3);
    }

    @Test
    @Order(3)
    void nonsense_is_answered_properly() throws InterruptedException {
        Nonsense.isAnsweredProperly(Map.of("regions", List.of("AFRICA_WEST"), "countries", List.of("CM")));
    }
}
