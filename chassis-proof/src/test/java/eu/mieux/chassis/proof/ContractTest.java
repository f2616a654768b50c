package eu.mieux.chassis.proof;

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
    void the_api_is_the_one_that_was_committed() throws IOException {
        Contracts.openApiHasNotDrifted();
    }

    @Test
    void a_method_that_a_path_does_not_have_is_told_which_it_has() {
        WrongMethods.areToldWhichAreRight();
    }

    @Test
    void every_published_topic_has_schema_and_example() throws IOException {
        Contracts.everyPublishedTopicHasSchemaAndExample(List.of("shoe"));
    }

    @Test
    void the_owner_keeps_what_is_expected() throws IOException {
        Contracts.ownersKeepWhatThisServiceExpects();
    }
}
