package eu.mieux.preimplementation.authority;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.officer;
import static eu.mieux.preimplementation.authority.Institutions.AUTHORITIES;
import static eu.mieux.preimplementation.authority.Institutions.registered;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An officer answers for the authorities of her regions. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class RegionsOfOfficersTest {

    private static final String HERE = "AFRICA_CENTRAL_EASTERN_SOUTHERN";
    private static final String ELSEWHERE = "LATIN_AMERICA_CARIBBEAN";
    private static final Map<String, Object> PERSON = Map.of("name", "Ruth Example", "email", "ruth@example.org");

    private static Map<String, Object> ministry(String name, String country) {
        return Map.of("name", name, "type", "CENTRAL_GOVERNMENT", "country", country);
    }

    @Test
    void focal_points_are_seen_and_written_by_officers_of_the_region() {
        String id = registered("RW", "Ministry of Lakes");
        String contact = json(officer(HERE), PERSON)
                .post(AUTHORITIES + id + "/contacts")
                .then()
                .statusCode(200)
                .body("contacts.name", contains("Ruth Example"))
                .extract()
                .path("contacts[0].id");
        officer(HERE).get(AUTHORITIES + id).then().body("contacts.name", contains("Ruth Example"));
        officer(ELSEWHERE).get(AUTHORITIES + id).then().statusCode(200).body("$", not(hasKey("contacts")));
        json(officer(ELSEWHERE), PERSON)
                .post(AUTHORITIES + id + "/contacts")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:mieux:problem:out-of-reach"));
        String at = AUTHORITIES + id + "/contacts/" + contact;
        json(officer(ELSEWHERE).header("If-Match", "*"), PERSON).put(at).then().statusCode(403);
        officer(ELSEWHERE).header("If-Match", "*").delete(at).then().statusCode(403);
        officer(HERE).header("If-Match", "*").delete(at).then().statusCode(200);
    }

    @Test
    void an_authority_is_amended_and_named_by_officers_of_its_region() {
        String id = registered("RW", "Ministry of Hills");
        json(officer(ELSEWHERE).header("If-Match", "*"), ministry("Ministry of Mountains", "RW"))
                .put(AUTHORITIES + id)
                .then()
                .statusCode(403);
        json(officer(ELSEWHERE), Map.of("name", "Collines"))
                .post(AUTHORITIES + id + "/aliases")
                .then()
                .statusCode(403);
        json(officer(HERE).header("If-Match", "*"), ministry("Ministry of Mountains", "RW"))
                .put(AUTHORITIES + id)
                .then()
                .statusCode(200);
        json(officer(HERE).header("If-Match", "*"), ministry("Ministry of Mountains", "PE"))
                .put(AUTHORITIES + id)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/country"));
        json(officer(ELSEWHERE), ministry("Ministry of Hills and Vales", "RW"))
                .post("/api/v1/authorities")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/country"));
    }

    @Test
    void a_regional_organisation_is_of_the_regions_of_its_members() {
        Given.imported("authorities", """
                key,name,type,country,regional_organisation,provenance
                xx-clearing-house,Clearing House,REGIONAL_ORGANISATION,,COMESA,
                """);
        String comesa = "xx-clearing-house";
        json(officer(HERE), PERSON)
                .post(AUTHORITIES + comesa + "/contacts")
                .then()
                .statusCode(200);
        officer(HERE).get(AUTHORITIES + comesa).then().body("contacts.name", contains("Ruth Example"));
        officer(ELSEWHERE).get(AUTHORITIES + comesa).then().statusCode(200).body("$", not(hasKey("contacts")));
        json(officer(ELSEWHERE), PERSON)
                .post(AUTHORITIES + comesa + "/contacts")
                .then()
                .statusCode(403);
    }
}
