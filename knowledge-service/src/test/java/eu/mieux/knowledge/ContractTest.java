package eu.mieux.knowledge;

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
    void the_api_is_the_one_that_is_committed() throws IOException {
        Contracts.openApiHasNotDrifted();
    }

    @Test
    void a_method_that_a_path_does_not_have_is_told_which_it_has() {
        WrongMethods.areToldWhichAreRight();
    }

    @Test
    void every_published_topic_has_a_schema_and_an_example() throws IOException {
        Contracts.everyPublishedTopicHasSchemaAndExample(List.of("publication", "media-mention", "channel-statistic"));
    }

    @Test
    void the_owners_of_actions_and_deliverables_keep_what_is_expected_here() throws IOException {
        Contracts.ownersKeepWhatThisServiceExpects();
    }
}
