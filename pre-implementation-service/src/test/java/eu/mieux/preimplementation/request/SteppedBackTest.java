package eu.mieux.preimplementation.request;

import static eu.mieux.preimplementation.Given.delegation;
import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static eu.mieux.preimplementation.Given.steering;
import static eu.mieux.preimplementation.Heard.by;
import static eu.mieux.preimplementation.request.Reviews.opinion;
import static eu.mieux.preimplementation.request.Reviews.voice;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.identity.Listener;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.preimplementation.Given;
import eu.mieux.preimplementation.Heard;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is kept from the members of an institution that has a conflict of interest. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class SteppedBackTest {

    @Test
    void who_has_stepped_back_hears_nothing_of_opinions_until_the_decision() {
        String id = Given.underReview("BO", "Not for HOME");
        voice(steering("HOME"), id, "HOME", "recusal", Map.of("reason", "Our expert wrote it."))
                .statusCode(200);
        voice(delegation("BO"), id, "EUD-BO", "recusal", Map.of("reason", "Our expert asked for it."))
                .statusCode(200);
        opinion(steering("INTPA"), id, "FAVOURABLE").statusCode(200);
        Listener other = by("institution", "INTPA", "steering-member");
        // What is told only after the decision is nobody's secret any more.
        assertThat(Heard.of("request", id, "opinion-given", other)).contains("opinion-given");
        json(manager(), Map.of("outcome", "REJECTED", "note", "No.", "overrideReason", "Said by telephone."))
                .post(requestAt(id, "/decision"))
                .then()
                .statusCode(200);
        Listener home = by("institution", "HOME", "steering-member");
        assertThat(Heard.of("request", id, "rejected", home)).doesNotContain("institution-recused", "opinion-given");
        assertThat(Heard.of("request", id, "rejected", home)).contains("submitted", "rejected");
        assertThat(Heard.of("request", id, "rejected", by("countries", "BO", "eu-delegation")))
                .doesNotContain("opinion-given")
                .contains("rejected");
        // What stepping back binds is the membership: her other roles are others' business (guide on authentication).
        assertThat(Heard.of("request", id, "rejected", by("institution", "HOME", "steering-member", "manager")))
                .contains("opinion-given");
    }

    @Test
    void stepping_back_binds_the_members_seat_and_no_other_role_of_the_same_token() {
        String id = Given.underReview("BO", "Two hats");
        voice(steering("HOME"), id, "HOME", "recusal", Map.of("reason", "Our expert wrote it."))
                .statusCode(200);
        steering("HOME").get(requestAt(id, "/review")).then().statusCode(403);
        for (String other : List.of("partner", "eu-delegation")) {
            alsoOfHome(other).get(requestAt(id, "/review")).then().statusCode(403);
        }
        for (String staff : List.of("officer", "manager", "auditor")) {
            alsoOfHome(staff).get(requestAt(id, "/review")).then().statusCode(200);
        }
    }

    private static RequestSpecification alsoOfHome(String role) {
        return Tokens.of("steering-member")
                .claim("roles", List.of("steering-member", role))
                .claim("institution", "HOME")
                .claim("regions", List.of("LATIN_AMERICA_CARIBBEAN"))
                .claim("countries", List.of("BO"))
                .claim("authority", Given.authority("BO"))
                .request();
    }
}
