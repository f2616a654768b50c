package eu.mieux.preimplementation.request;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.partner;
import static eu.mieux.preimplementation.Given.requestAt;
import static eu.mieux.preimplementation.Given.steering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class RequestHistoryTest {

    @Test
    void it_tells_who_changed_what_and_not_what_institutions_think() {
        String id = Given.drafted("BO", "First title");
        json(manager().header("If-Match", "*"), Map.of("title", "Second title"))
                .patch(requestAt(id, ""))
                .then()
                .statusCode(200);
        manager().post(requestAt(id, "/submission")).then().statusCode(200);
        manager().post(requestAt(id, "/review")).then().statusCode(200);
        json(steering("HOME"), Map.of("opinion", "UNFAVOURABLE", "comment", "Not now."))
                .post(requestAt(id, "/opinions"))
                .then()
                .statusCode(200);
        String told = partner(Given.authority("BO"))
                .get(requestAt(id, "/history"))
                .then()
                .statusCode(200)
                .body(
                        "items.what",
                        contains(
                                "request-opinion-given",
                                "request-review-started",
                                "request-submitted",
                                "request-revised",
                                "request-drafted"))
                .body("items[3].changes[0].before.title", equalTo("First title"))
                .body("items[3].changes[0].after.title", equalTo("Second title"))
                .body("items[2].changes[0].after.status", equalTo("SUBMITTED"))
                .extract()
                .asString();
        assertThat(told).doesNotContain("UNFAVOURABLE", "Not now.");
        partner("cm-ministry-of-interior").get(requestAt(id, "/history")).then().statusCode(404);
    }
}
