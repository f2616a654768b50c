package eu.mieux.preimplementation.request;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.officer;
import static eu.mieux.preimplementation.Given.partner;
import static eu.mieux.preimplementation.Given.requestAt;
import static eu.mieux.preimplementation.Given.steering;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who sees which requests; the list and the single record always agree. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class RequestSightTest {

    @Test
    void a_draft_is_seen_by_its_authority_its_officer_and_the_manager() {
        String id = Given.drafted("UG", "A draft");
        seen(id, partner(Given.authority("UG")), partner(Given.authority("UG")));
        unseen(id, partner("someone-else"), partner("someone-else"));
        seen(id, officer("ASIA", "AFRICA_CENTRAL_EASTERN_SOUTHERN"), officer("AFRICA_CENTRAL_EASTERN_SOUTHERN"));
        unseen(id, officer("ASIA"), officer("ASIA"));
        unseen(id, steering("HOME"), steering("HOME"));
        unseen(id, delegation("UG"), delegation("UG"));
        seen(id, Tokens.as("auditor"), Tokens.as("auditor"));
    }

    @Test
    void what_was_handed_in_is_seen_by_the_steering_group_and_the_countrys_delegation() {
        String id = Given.submitted("UG", "Handed in");
        seen(id, steering("HOME"), steering("HOME"));
        seen(id, delegation("UG"), delegation("UG"));
        unseen(id, delegation("KE"), delegation("KE"));
    }

    @Test
    void a_draft_that_was_withdrawn_stays_its_authoritys_own_affair() {
        String id = Given.drafted("UG", "Never handed in");
        json(manager(), Map.of("reason", "We thought better of it."))
                .post(requestAt(id, "/withdrawal"))
                .then()
                .statusCode(200);
        unseen(id, steering("HOME"), steering("HOME"));
        unseen(id, delegation("UG"), delegation("UG"));
        seen(id, partner(Given.authority("UG")), partner(Given.authority("UG")));
    }

    @Test
    void without_a_token_nothing_is_seen_and_with_another_role_nothing_is_allowed() {
        String id = Given.drafted("UG", "Closed");
        Tokens.anonymous().get(requestAt(id, "")).then().statusCode(401).contentType("application/problem+json");
        Tokens.as("emm").get(requestAt(id, "")).then().statusCode(403).contentType("application/problem+json");
        Tokens.as("auditor").post(requestAt(id, "/submission")).then().statusCode(403);
    }

    private static void seen(String id, RequestSpecification one, RequestSpecification many) {
        one.get(requestAt(id, "")).then().statusCode(200);
        many.get("/api/v1/requests?limit=200&country=UG").then().statusCode(200).body("items.id", hasItem(id));
    }

    private static void unseen(String id, RequestSpecification one, RequestSpecification many) {
        one.get(requestAt(id, "")).then().statusCode(404).body("type", equalTo("urn:mieux:problem:not-found"));
        many.get("/api/v1/requests?limit=200&country=UG").then().statusCode(200).body("items.id", not(hasItem(id)));
    }

    private static RequestSpecification delegation(String country) {
        return Tokens.of("eu-delegation").claim("countries", List.of(country)).request();
    }
}
