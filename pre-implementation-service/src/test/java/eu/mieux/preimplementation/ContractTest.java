package eu.mieux.preimplementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mieux.chassis.testing.Contracts;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.chassis.testing.WrongMethods;
import eu.mieux.preimplementation.fiche.Fiches;
import eu.mieux.preimplementation.meeting.Convened;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class ContractTest {

    private static final List<String> PUBLISHED =
            List.of("authority", "request", "action-fiche", "fiche-comment", "meeting");

    @Test
    void the_committed_openapi_document_is_the_api_as_it_runs() throws IOException {
        Contracts.openApiHasNotDrifted();
    }

    @Test
    void a_method_that_a_path_does_not_have_is_told_which_it_has() {
        WrongMethods.areToldWhichAreRight();
    }

    @Test
    void every_published_topic_has_a_schema_and_an_example_that_keeps_it() throws IOException {
        Contracts.everyPublishedTopicHasSchemaAndExample(PUBLISHED);
    }

    @Test
    void what_is_on_the_topics_keeps_the_schemas() throws IOException {
        String fiche = Fiches.endorsed(Fiches.drafted("PE"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Stream.published("mieux.action-fiche").stream()
                        .anyMatch(e -> e.key().equals(fiche) && e.type().equals("eu.mieux.action-fiche-endorsed")));
        String meeting = Convened.inAWeek();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Stream.published("mieux.meeting").stream()
                        .anyMatch(e -> e.key().equals(meeting)));
        Given.json(Given.manager(), Map.of("section", "RISKS", "text", "Which?"))
                .post(Fiches.at(fiche, "/comments"))
                .then()
                .statusCode(201);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Stream.published("mieux.fiche-comment").stream()
                        .anyMatch(e -> e.value().contains(fiche)));
        for (String type : PUBLISHED) {
            List<Stream.Published> events = Stream.published("mieux." + type);
            assertThat(events).isNotEmpty();
            for (Stream.Published event : events) {
                Contracts.assertKept(type, event.value());
            }
        }
    }

    @Test
    void the_owners_of_what_is_read_here_publish_what_is_expected() throws IOException {
        Contracts.ownersKeepWhatThisServiceExpects();
    }
}
