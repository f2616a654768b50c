package eu.mieux.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.Metrics;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class MetricsTest {

    @Test
    void a_route_whose_parameter_has_a_form_is_counted_under_its_name_in_the_contract() {
        Tokens.as("manager").get("/api/v1/annual-reports/2017/figures/activities.total");
        assertThat(Metrics.scrape()).contains("uri=\"/api/v1/annual-reports/{year}/figures/{id}\"");
    }
}
