package eu.mieux.preimplementation.request;

import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class ExplainedEligibilityTest {

    @Test
    void the_eligibility_of_a_request_is_explained_rule_by_rule() {
        String id = Given.submitted("TG", "Document security");
        manager()
                .get(requestAt(id, "/eligibility"))
                .then()
                .statusCode(200)
                .body("eligible", equalTo(true))
                .body("findings.verdict", everyItem(is("PASSED")));
    }

    @Test
    void it_is_explained_in_the_readers_language_and_no_cache_gives_it_to_another() {
        String id = Given.submitted("CH", "Sécurité des documents");
        Map<String, String> because = new HashMap<>();
        for (String language : List.of("en", "fr", "es")) {
            because.put(
                    language,
                    manager()
                            .header("Accept-Language", language)
                            .header("If-None-Match", "*")
                            .get(requestAt(id, "/eligibility"))
                            .then()
                            .statusCode(200)
                            .header("Content-Language", equalTo(language))
                            .header("Vary", containsString("Accept-Language"))
                            .header("Cache-Control", equalTo("no-store"))
                            .header("ETag", nullValue())
                            .body("findings[0].subject", equalTo("CH"))
                            .extract()
                            .path("findings[0].because"));
        }
        assertThat(because.get("en")).startsWith("Switzerland is covered by no instrument in force on ");
        assertThat(because.get("fr")).startsWith("Suisse : ce pays n’est couvert par aucun instrument en vigueur au ");
        assertThat(because.get("es")).startsWith("Suiza: ningún instrumento en vigor a ");
    }

    @Test
    void a_regional_organisation_asks_with_its_members_of_that_day_whatever_countries_it_names() {
        Given.imported("authorities", """
                key,name,type,country,regional_organisation,provenance
                xx-west-africa,Community of West Africa,REGIONAL_ORGANISATION,,ECOWAS,
                xx-prosecutors,Network of Prosecutors,REGIONAL_ORGANISATION,,IBERRED,
                """);
        Given.imported("requests", """
                reference,submitted_on,title,authorities,countries,themes,status,decided_on,decision_note,provenance
                2014-91,2014-02-24,For all,xx-west-africa,,,SUBMITTED,,,
                2017-91,2017-02-06,For all,xx-prosecutors,,,SUBMITTED,,,
                2017-92,2017-02-06,For one,xx-prosecutors,GT,,SUBMITTED,,,
                """);
        manager()
                .get(requestAt("2014-91", "/eligibility"))
                .then()
                .body("eligible", equalTo(true))
                .body("findings.findAll { it.rule == 'country-covered' }.subject", hasItems("BF", "NG", "TG"))
                .body("findings.subject", not(hasItem("MR")));
        manager()
                .get(requestAt("2017-91", "/eligibility"))
                .then()
                .body("eligible", equalTo(false))
                .body("findings.findAll { it.verdict == 'FAILED' }.subject", containsInAnyOrder("AD", "ES", "PT"));
        manager()
                .get(requestAt("2017-92", "/eligibility"))
                .then()
                .body("eligible", equalTo(false))
                .body("findings.findAll { it.verdict == 'FAILED' }.subject", containsInAnyOrder("AD", "ES", "PT"));
    }
}
