package eu.mieux.monitoring.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.chassis.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class FactProjectionTest {

    private static final String SERVICE = "/api/v1/services/monitoring";

    @Inject
    AgroalDataSource database;

    @Test
    void rebuilt_facts_equal_the_live_ones_with_all_their_versions() {
        new TestFacts(database).forget();
        rebuild();
        UUID mention = UUID.randomUUID();
        for (int version = 1; version <= 3; version++) {
            Stream.publish(
                    "media-mention",
                    mention,
                    version,
                    "media-mention-recorded",
                    "{\"key\":\"%s\",\"country\":null,\"publishedOn\":\"1998-0%d-01\",\"provenance\":null}"
                            .formatted(mention, version));
        }
        await().until(() ->
                rows("media_mention_fact where id = '" + mention + "'").size() == 3);
        List<String> live = all();
        rebuild();
        assertThat(all()).isEqualTo(live);
    }

    @Test
    void a_leg_without_a_length_is_parked_and_no_figure_breaks() {
        UUID leg = UUID.randomUUID();
        Stream.publish("travel-leg", leg, 1, "travel-leg-recorded", """
                {"key":"leg-x","travellerKind":"TEAM","travellerKey":"officer","actionCode":null,"activityNumber":null,
                 "departedOn":"1998-01-01","fromIata":"BRU","toIata":"QQQ","cabin":"ECONOMY","provenance":null}""");
        await().untilAsserted(() -> Tokens.as("manager")
                .get(SERVICE + "/parked-records?limit=200")
                .then()
                .body("items.key", hasItem(leg.toString())));
        Tokens.as("manager")
                .get("/api/v1/annual-reports/1998/figures/travel.kilometres.team")
                .then()
                .statusCode(200)
                .body("value", is(0));
    }

    private static void rebuild() {
        Tokens.as("manager").post(SERVICE + "/projection-rebuild").then().statusCode(204);
    }

    private List<String> all() {
        return FactLearning.TYPES.stream()
                .sorted()
                .flatMap(type -> rows(type.replace('-', '_') + "_fact").stream())
                .toList();
    }

    private List<String> rows(String from) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select to_jsonb(fact)::text from (select * from %s) as fact order by id, version"
                                .formatted(from))) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
