package eu.mieux.monitoring;

import eu.mieux.chassis.testing.Contracts;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.WrongMethods;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class ContractTest {

    @Test
    void the_api_is_the_one_that_was_agreed() throws IOException {
        Contracts.openApiHasNotDrifted();
    }

    @Test
    void a_method_that_a_path_does_not_have_is_told_which_it_has() {
        WrongMethods.areToldWhichAreRight();
    }

    @Test
    void every_published_topic_has_a_schema_and_an_example_that_satisfies_it() throws IOException {
        Contracts.everyPublishedTopicHasSchemaAndExample(List.of("evaluation"));
    }

    @Test
    void the_owners_of_the_facts_keep_what_this_service_expects() throws IOException {
        Contracts.ownersKeepWhatThisServiceExpects();
    }
}
