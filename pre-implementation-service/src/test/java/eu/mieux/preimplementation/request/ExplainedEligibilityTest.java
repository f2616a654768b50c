package eu.mieux.preimplementation.request;

import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

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
}
