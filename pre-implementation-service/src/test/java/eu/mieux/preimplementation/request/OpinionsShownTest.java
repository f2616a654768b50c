package eu.mieux.preimplementation.request;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static eu.mieux.preimplementation.Given.steering;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is shown what the steering institutions think of a request before it is decided. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class OpinionsShownTest {

    private static final String HERE = "LATIN_AMERICA_CARIBBEAN";

    @ParameterizedTest
    @ValueSource(strings = {"steering-member", "officer", "manager", "auditor", "client"})
    void those_who_prepare_the_decision_see_the_opinions(String role) {
        read(heard(), with(HERE, role)).body("opinions.institution", contains("HOME"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner", "eu-delegation"})
    void from_the_view_of_those_who_wait_for_it_they_are_absent_until_it_is_made(String role) {
        String id = heard();
        read(id, with(HERE, role)).body("$", not(hasKey("opinions")));
        json(manager(), Map.of("outcome", "APPROVED", "overrideReason", "Agreed by telephone."))
                .post(requestAt(id, "/decision"))
                .then()
                .statusCode(200);
        read(id, with(HERE, role)).body("opinions.institution", contains("HOME"));
    }

    @Test
    void a_field_that_is_absent_for_her_is_no_less_so_when_asked_for() {
        with(HERE, "partner")
                .request()
                .get(requestAt(heard(), "?fields=status,opinions"))
                .then()
                .statusCode(200)
                .body("$", hasKey("status"))
                .body("$", not(hasKey("opinions")));
    }

    @Test
    void what_another_role_of_hers_would_show_elsewhere_is_absent_here() {
        String id = heard();
        read(id, with("ASIA", "partner", "officer")).body("$", not(hasKey("opinions")));
        read(id, with(HERE, "partner", "officer")).body("opinions.institution", contains("HOME"));
        read(id, with("ASIA", "partner", "steering-member")).body("opinions.institution", contains("HOME"));
    }

    @Test
    void nor_is_it_shown_by_an_act_of_hers() {
        json(with("ASIA", "partner", "officer").request(), Given.draft("BO", "By one with two roles"))
                .post("/api/v1/requests")
                .then()
                .statusCode(201)
                .body("$", not(hasKey("opinions")));
        json(with("ASIA", "partner", "officer").request(), Map.of("reason", "We thought better of it."))
                .post(requestAt(heard(), "/withdrawal"))
                .then()
                .statusCode(200)
                .body("$", not(hasKey("opinions")));
    }

    private static ValidatableResponse read(String id, Tokens viewer) {
        return viewer.request().get(requestAt(id, "")).then().statusCode(200);
    }

    /** Somebody of Bolivia's ministry with these roles, and if one is an officer's, of this region. */
    private static Tokens with(String region, String... roles) {
        return Tokens.of("partner")
                .claim("roles", List.of(roles))
                .claim("authority", Given.authority("BO"))
                .claim("countries", List.of("BO"))
                .claim("institution", "HOME")
                .claim("regions", List.of(region))
                .claim("scope", "requests:read");
    }

    private static String heard() {
        String id = Given.underReview("BO", "Heard");
        json(steering("HOME"), Map.of("opinion", "UNFAVOURABLE"))
                .post(requestAt(id, "/opinions"))
                .then()
                .statusCode(200);
        return id;
    }
}
