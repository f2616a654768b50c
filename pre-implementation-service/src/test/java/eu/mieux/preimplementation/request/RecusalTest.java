package eu.mieux.preimplementation.request;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static eu.mieux.preimplementation.Given.steering;
import static eu.mieux.preimplementation.request.Reviews.opinion;
import static eu.mieux.preimplementation.request.Reviews.voice;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an institution that has stepped back for a conflict of interest still learns of a review. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class RecusalTest {

    private static final String REASON = "Our agency would do the training.";

    @Test
    void it_sees_no_opinions_until_the_decision() {
        String id = withoutHome("No opinions");
        steering("HOME").get(requestAt(id, "")).then().statusCode(200).body("$", not(hasKey("opinions")));
        steering("HOME")
                .get(requestAt(id, "/review"))
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:mieux:problem:conflict-of-interest"))
                .body("detail", containsString("HOME has stepped back"));
        steering("HOME")
                .get(requestAt(id, "/history"))
                .then()
                .statusCode(200)
                .body("items.what", hasItem("request-review-started"))
                .body("items.what", not(hasItem("request-opinion-given")))
                .body(containsString("UNDER_REVIEW"))
                .body(not(containsString("NEAR")))
                .body(not(containsString("Too dear.")));
        steering("NEAR").get(requestAt(id, "")).then().body("opinions.institution", contains("NEAR"));
        steering("NEAR").get(requestAt(id, "/review")).then().statusCode(200);

        json(manager(), Map.of("outcome", "APPROVED", "overrideReason", "Agreed by telephone."))
                .post(requestAt(id, "/decision"))
                .then()
                .statusCode(200);
        steering("HOME").get(requestAt(id, "")).then().body("opinions.institution", contains("NEAR"));
        steering("HOME").get(requestAt(id, "/review")).then().statusCode(200).body("against", contains("NEAR"));
        steering("HOME")
                .get(requestAt(id, "/history"))
                .then()
                .body("items.what", hasItems("request-opinion-given", "request-institution-recused"));
    }

    @Test
    void what_stepping_back_answers_shows_no_opinions_either() {
        String id = Given.underReview("BO", "Steps back");
        opinion(steering("NEAR"), id, "UNFAVOURABLE").statusCode(200);
        voice(steering("HOME"), id, "HOME", "recusal", Map.of("reason", REASON))
                .statusCode(200)
                .body("$", not(hasKey("opinions")));
    }

    @Test
    void it_reads_that_it_has_stepped_back() {
        String id = withoutHome("Stepped back");
        steering("HOME")
                .get(requestAt(id, ""))
                .then()
                .body("yourVoices.institution", contains("HOME"))
                .body("yourVoices.recusalReason", contains(REASON));
        steering("NEAR")
                .get(requestAt(id, ""))
                .then()
                .body("yourVoices[0]", hasKey("recusalReason"))
                .body("yourVoices[0].recusalReason", nullValue());
    }

    @Test
    void asked_once_more_it_follows_the_review_again() {
        String id = withoutHome("Once more");
        json(manager(), Map.of("reason", "Another agency would do the training."))
                .post(requestAt(id, "/review"))
                .then()
                .statusCode(200);
        steering("HOME").get(requestAt(id, "")).then().body("opinions.institution", contains("NEAR"));
        steering("HOME").get(requestAt(id, "/review")).then().statusCode(200);
    }

    @Test
    void whoever_prepares_the_decision_in_another_capacity_sees_them_in_that_one() {
        String id = withoutHome("Two hats");
        RequestSpecification officerToo = Tokens.of("officer")
                .claim("roles", List.of("officer", "steering-member"))
                .claim("institution", "HOME")
                .claim("regions", List.of("LATIN_AMERICA_CARIBBEAN"))
                .request();
        officerToo.get(requestAt(id, "")).then().body("opinions.institution", contains("NEAR"));
    }

    /** A request that NEAR is against, and from which HOME has stepped back; its id. */
    private static String withoutHome(String title) {
        String id = Given.underReview("BO", title);
        json(steering("NEAR"), Map.of("opinion", "UNFAVOURABLE", "comment", "Too dear."))
                .post(requestAt(id, "/opinions"))
                .then()
                .statusCode(200);
        voice(steering("HOME"), id, "HOME", "recusal", Map.of("reason", REASON)).statusCode(200);
        return id;
    }
}
