package eu.mieux.chassis.proof;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class HistoryTest {

    @Test
    void staff_read_who_changed_what_of_a_record_and_no_column_that_is_not_told() {
        String shoe = shoe("told-of");
        Tokens.of("officer")
                .subject("ofelia")
                .request()
                .post(at(shoe, "/sale"))
                .then()
                .statusCode(200);
        history(shoe, "")
                .statusCode(200)
                .body("items.what", contains("shoe-sold", "shoe-listed"))
                .body("items.version", contains(2, 1))
                .body("items[0].actor", equalTo("ofelia"))
                .body("items[0].changes", hasSize(1))
                .body("items[0].changes[0].of", equalTo("shoe"))
                .body("items[0].changes[0].before", equalTo(Map.of("pairs", 3)))
                .body("items[0].changes[0].after", equalTo(Map.of("pairs", 2)))
                .body("items[1].changes[0].before", nullValue())
                .body("items[1].changes[0].after", equalTo(Map.of("name", "Boot", "pairs", 3)))
                .body("next", nullValue())
                .body(not(containsString("told-of")));
    }

    @Test
    void a_history_is_read_page_by_page() {
        String shoe = shoe("paged");
        for (int i = 0; i < 3; i++) {
            Tokens.as("manager").post(at(shoe, "/sale")).then().statusCode(200);
        }
        String next = history(shoe, "?limit=3")
                .body("items.version", contains(4, 3, 2))
                .extract()
                .path("next");
        history(shoe, "?limit=3&cursor=" + next)
                .body("items.version", contains(1))
                .body("next", nullValue());
        history(shoe, "?limit=0").statusCode(422);
        history(shoe, "?cursor=nonsense").statusCode(400);
    }

    @Test
    void nobody_reads_the_history_of_what_is_out_of_sight() {
        String shoe = shoe("hidden");
        Tokens.as("auditor").get(at(shoe, "/history")).then().statusCode(403);
        history(UUID.randomUUID().toString(), "").statusCode(404);
    }

    private static ValidatableResponse history(String shoe, String query) {
        return Tokens.as("manager").get(at(shoe, "/history" + query)).then();
    }

    private static String at(String shoe, String tail) {
        return "/api/v1/shoes/" + shoe + tail;
    }

    private static String shoe(String article) {
        return Tokens.as("manager")
                .contentType(ContentType.JSON)
                .body(Map.of("article", article, "name", "Boot", "pairs", 3, "colours", List.of("red")))
                .post("/api/v1/shoes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
