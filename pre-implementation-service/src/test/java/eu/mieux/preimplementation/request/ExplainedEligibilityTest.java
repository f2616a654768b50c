package eu.mieux.preimplementation.request;

import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
    void a_regional_organisation_that_names_no_country_asks_for_its_members_of_that_day() {
        Given.imported("authorities", """
                key,name,type,country,regional_organisation,provenance
                xx-west-africa,Community of West Africa,REGIONAL_ORGANISATION,,ECOWAS,
                xx-prosecutors,Network of Prosecutors,REGIONAL_ORGANISATION,,IBERRED,
                """);
        Given.imported("requests", """
                reference,submitted_on,title,authorities,countries,themes,status,decided_on,decision_note,provenance
                2004-01,2014-02-24,For all,xx-west-africa,,,SUBMITTED,,,
                2004-02,2017-02-06,For all,xx-prosecutors,,,SUBMITTED,,,
                """);
        manager()
                .get(requestAt("2004-01", "/eligibility"))
                .then()
                .body("eligible", equalTo(true))
                .body("findings.findAll { it.rule == 'country-covered' }.subject", hasItems("BF", "NG", "TG"))
                .body("findings.subject", not(hasItem("MR")));
        manager()
                .get(requestAt("2004-02", "/eligibility"))
                .then()
                .body("eligible", equalTo(false))
                .body("findings.findAll { it.verdict == 'FAILED' }.subject", containsInAnyOrder("AD", "ES", "PT"));
    }
}
