package eu.mieux.preimplementation.request;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.partner;
import static eu.mieux.preimplementation.Given.requestAt;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Several authorities ask together: all of them write, and the first leads. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class JointRequestsTest {

    @Test
    void all_draft_and_the_lead_hands_in_and_takes_back() {
        String lead = Given.authority("BZ");
        String other = Given.authority("GT");
        String id = json(
                        partner(lead),
                        Map.of(
                                "title",
                                "A common border",
                                "problem",
                                "It is long.",
                                "support",
                                "A study visit.",
                                "authorities",
                                List.of(lead, other),
                                "countries",
                                List.of("BZ", "GT"),
                                "themes",
                                List.of("BORDER_MANAGEMENT")))
                .post("/api/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        json(partner(other).header("If-Match", "*"), Map.of("title", "Our common border"))
                .patch(requestAt(id, ""))
                .then()
                .statusCode(200)
                .body("title", equalTo("Our common border"));
        for (List<String> authorities : List.of(List.of(other, lead), List.of(other), List.<String>of())) {
            json(partner(other).header("If-Match", "*"), Map.of("authorities", authorities))
                    .patch(requestAt(id, ""))
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/authorities"));
        }
        partner(other)
                .post(requestAt(id, "/submission"))
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:mieux:problem:not-the-lead"))
                .body("detail", containsString(lead));
        partner(lead).post(requestAt(id, "/submission")).then().statusCode(200);
        json(partner(other), Map.of("reason", "We changed our mind."))
                .post(requestAt(id, "/withdrawal"))
                .then()
                .statusCode(403);
        json(partner(lead), Map.of("reason", "We changed our mind."))
                .post(requestAt(id, "/withdrawal"))
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));
    }

    @Test
    void the_lead_is_handed_over_by_the_lead() {
        String lead = Given.authority("BZ");
        String other = Given.authority("GT");
        String id = json(
                        partner(lead),
                        Map.of(
                                "title", "Handed over",
                                "authorities", List.of(lead, other),
                                "countries", List.of(),
                                "themes", List.of()))
                .post("/api/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        json(partner(lead).header("If-Match", "*"), Map.of("authorities", List.of(other, lead)))
                .patch(requestAt(id, ""))
                .then()
                .statusCode(200)
                .body("authorities", contains(other, lead));
        partner(lead).post(requestAt(id, "/submission")).then().statusCode(403);
    }
}
