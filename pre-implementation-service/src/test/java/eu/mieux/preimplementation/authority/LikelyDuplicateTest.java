package eu.mieux.preimplementation.authority;

import static eu.mieux.preimplementation.Given.imported;
import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.authority.Institutions.AUTHORITIES;
import static eu.mieux.preimplementation.authority.Institutions.reading;
import static eu.mieux.preimplementation.authority.Institutions.registered;
import static eu.mieux.preimplementation.authority.Institutions.registering;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class LikelyDuplicateTest {

    @Test
    void an_institution_in_another_language_is_pointed_out_and_registered_when_it_is_said_to_be_another() {
        String there = registered("GA", "Ministère de l'Intérieur");
        for (String again :
                List.of("Ministry of the Interior", "Ministerio del Interior", "MoI", "Minstry of Interior")) {
            registering("GA", again)
                    .statusCode(409)
                    .body("type", equalTo("urn:mieux:problem:likely-duplicate"))
                    .body("candidates.id", contains(there))
                    .body("candidates.key", contains("ga-ministere-de-l-interieur"))
                    .body("candidates.name", contains("Ministère de l'Intérieur"))
                    .body("candidates.matching", contains("Ministère de l'Intérieur"))
                    .body("candidates.because", contains("Both say the same: ministry, interior."))
                    .body("candidates.score", contains(99));
        }
        String other = registered("GA", "Ministry of the Interior", there);
        history(other)
                .body("items.what", contains("authority-registered"))
                .body(
                        "items[0].changes.find { it.of == 'authority-distinction' }.after",
                        equalTo(Map.of("otherId", there, "confirmedBy", "manager-1")));
        registering("GA", "Interior Ministry").statusCode(409).body("candidates", hasSize(2));
        registering("GA", "Interior Ministry", there).statusCode(409).body("candidates.id", contains(other));
        registering("GA", "Ministry of Justice").statusCode(201);
        registering("GQ", "Ministry of the Interior").statusCode(201);
    }

    @Test
    void portuguese_arabic_and_abbreviations_are_read_too() {
        String service = registered("ST", "National Migration Service");
        String foreign = registered("ST", "Ministry of Foreign Affairs, Directorate-General for Communities Abroad");
        String interior = registered("ST", "Ministry of the Interior");
        registering("ST", "Serviço de Migração").statusCode(409).body("candidates.id", contains(service));
        registering("ST", "SNM")
                .statusCode(409)
                .body("candidates.id", contains(service))
                .body(
                        "candidates.because",
                        contains(
                                "\"SNM\" may be short for \"National Migration Service\": these are its initials in French."));
        registering("ST", "Ministério dos Negócios Estrangeiros")
                .statusCode(409)
                .body("candidates.id", contains(foreign))
                .body(
                        "candidates.because",
                        contains("One may be a part of the other. Both say the same: ministry, foreign affairs."));
        registering("ST", "وزارة الداخلية").statusCode(409).body("candidates.id", contains(interior));
        registering("ST", "وزارة العدل").statusCode(201);
    }

    @Test
    void another_body_of_one_regional_organisation_is_pointed_out_whatever_it_is_called() {
        String there = ofOrganisation("Support Platform", "MIRPS", List.of())
                .statusCode(201)
                .extract()
                .path("id");
        for (String name : List.of("Marco Integral Regional", "Comprehensive Framework")) {
            ofOrganisation(name, "MIRPS", List.of())
                    .statusCode(409)
                    .body("type", equalTo("urn:mieux:problem:likely-duplicate"))
                    .body("candidates.id", contains(there))
                    .body("candidates.because", contains("Both are of MIRPS."));
        }
        ofOrganisation("Presidency pro tempore", "MIRPS", List.of(there)).statusCode(201);
        ofOrganisation("Bureau of the Niles", "Nile Council", List.of()).statusCode(201);
    }

    private static ValidatableResponse ofOrganisation(String name, String organisation, List<String> others) {
        return json(
                        manager(),
                        Map.of(
                                "name",
                                name,
                                "type",
                                "REGIONAL_ORGANISATION",
                                "regionalOrganisation",
                                organisation,
                                "distinctFrom",
                                others))
                .post(AUTHORITIES)
                .then();
    }

    @Test
    void a_ministry_that_is_in_charge_of_more_is_worth_a_look() {
        registered("GA", "Ministry of Labour");
        registering("GA", "Ministère du Travail et de la Migration")
                .statusCode(409)
                .body("candidates.because", contains("Both say ministry, labour; only one of them says migration."));
    }

    @Test
    void an_alias_counts_as_a_name() {
        String there = registered("GA", "Office français");
        json(manager(), Map.of("name", "OFII", "language", "fr"))
                .post(AUTHORITIES + there + "/aliases")
                .then()
                .statusCode(200);
        registering("GA", "OFII")
                .statusCode(409)
                .body("candidates.matching", contains("OFII"))
                .body("candidates.name", contains("Office français"))
                .body("candidates.score", contains(100));
        String other = registered("GA", "Bureau des statistiques");
        json(manager(), Map.of("name", "OFII"))
                .post(AUTHORITIES + other + "/aliases")
                .then()
                .statusCode(409)
                .body("candidates.id", contains(there));
        String alias = json(manager(), Map.of("name", "Statistique nationale"))
                .post(AUTHORITIES + other + "/aliases")
                .then()
                .statusCode(200)
                .extract()
                .path("aliases[0].id");
        json(manager().header("If-Match", "\"2\""), Map.of("name", "OFII"))
                .put(AUTHORITIES + other + "/aliases/" + alias)
                .then()
                .statusCode(409)
                .body("candidates.id", contains(there));
        json(manager(), Map.of("name", "OFII", "distinctFrom", List.of(there)))
                .post(AUTHORITIES + other + "/aliases")
                .then()
                .statusCode(200);
    }

    @Test
    void renaming_one_into_another_is_pointed_out_too_and_once_told_apart_they_are_apart() {
        String one = registered("GA", "Ministry of Health");
        String other = registered("GA", "Ministry of Sport");
        amended(other, 1, "Ministère de la Santé", List.of()).statusCode(409).body("candidates.id", contains(one));
        amended(other, 1, "Ministère de la Santé", List.of(one)).statusCode(200);
        amended(one, 1, "Ministerio de Salud", List.of()).statusCode(200);
        amended(one, 2, "Ministerio de Salud", List.of()).statusCode(200).header("ETag", equalTo("\"2\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "01a2056d-c69f-7d27-b330-cea11ecae7c6"})
    void only_authorities_that_there_are_can_be_told_apart(String id) {
        boolean isId = id.length() == 36;
        registering("GA", "Ministry of Energy", id)
                .statusCode(isId ? 422 : 400)
                .body("errors.pointer", hasItem("/distinctFrom/0"));
    }

    @Test
    void a_portfolio_is_trusted_and_not_asked() {
        registered("GA", "Ministry of Culture");
        imported("authorities", """
                key,name,type,country,regional_organisation,provenance
                ga-culture,Ministère de la Culture,CENTRAL_GOVERNMENT,GA,,
                """);
        reading("ga-culture").statusCode(200);
    }

    @Test
    void the_history_of_an_authority_is_for_staff() {
        String there = registered("GA", "Ministry of Tourism");
        history(there)
                .body("items[0].changes[0].after.name", equalTo("Ministry of Tourism"))
                .body("next", nullValue());
        Tokens.as("auditor").get(AUTHORITIES + there + "/history").then().statusCode(200);
        Tokens.as("partner").get(AUTHORITIES + there + "/history").then().statusCode(403);
        manager().get(AUTHORITIES + UUID.randomUUID() + "/history").then().statusCode(404);
    }

    private static ValidatableResponse history(String id) {
        return manager().get(AUTHORITIES + id + "/history").then().statusCode(200);
    }

    private static ValidatableResponse amended(String id, int version, String name, List<String> distinctFrom) {
        return json(
                        manager().header("If-Match", "\"" + version + "\""),
                        Map.of(
                                "name",
                                name,
                                "type",
                                "CENTRAL_GOVERNMENT",
                                "country",
                                "GA",
                                "distinctFrom",
                                distinctFrom))
                .put(AUTHORITIES + id)
                .then();
    }
}
