package eu.mieux.knowledge.search;

import static eu.mieux.knowledge.Desk.found;
import static eu.mieux.knowledge.Desk.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.knowledge.Desk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class DeliverableSearchTest {

    private static void deliverable(UUID id, int version, String title, String status) {
        Desk.tell("deliverable", id, version, """
                {"id":"%s","actionCode":"2022-07","title":"%s","type":"HANDBOOK","languages":["es"],"status":"%s",
                 "handedOverOn":%s,"provenance":null}""".formatted(
                        id, title, status, status.equals("HANDED_OVER") ? "\"2022-05-06\"" : "null"));
    }

    private static void awaitFound(String question) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !found(Tokens.as("manager"), "q", question).isEmpty());
    }

    @Test
    void a_deliverable_is_found_by_staff_once_it_is_handed_over() {
        UUID handed = UUID.randomUUID();
        UUID drafting = UUID.randomUUID();
        deliverable(drafting, 1, "Borrador del manual jacaranda", "DRAFTING");
        deliverable(handed, 1, "Manual jacaranda", "DRAFTING");
        deliverable(handed, 2, "Manual jacaranda", "HANDED_OVER");
        Desk.actionKnown("2022-07", "Costa Rica V", "CR", "INTEGRATION");
        awaitFound("jacaranda costa");

        search(Tokens.as("manager"), "q", "manuales jacaranda integracion")
                .body("items.id", contains(handed.toString()))
                .body("items[0].record", equalTo("deliverable"))
                .body("items[0].countries", equalTo(List.of("CR")))
                .body("items[0].actionCodes", equalTo(List.of("2022-07")))
                .body("items[0].href", equalTo("/api/v1/actions/2022-07/deliverables/" + handed));
        assertThat(found(
                        Tokens.of("officer")
                                .claim("regions", List.of("LATIN_AMERICA_CARIBBEAN"))
                                .request(),
                        "q",
                        "jacaranda"))
                .containsExactly(handed.toString());
        assertThat(found(Tokens.of("officer").claim("regions", List.of("ASIA")).request(), "q", "jacaranda"))
                .isEmpty();
        assertThat(found(Tokens.as("partner"), "q", "jacaranda")).isEmpty();
        assertThat(found(Tokens.anonymous(), "q", "jacaranda")).isEmpty();
    }

    @Test
    void a_rebuilt_register_finds_the_same() {
        UUID id = UUID.randomUUID();
        deliverable(id, 1, "Guia bugambilia", "HANDED_OVER");
        awaitFound("bugambilia");
        String before =
                search(Tokens.as("manager"), "q", "bugambilia").extract().asString();

        Tokens.as("manager")
                .post("/api/v1/services/knowledge/projection-rebuild")
                .then()
                .statusCode(204);

        assertThat(search(Tokens.as("manager"), "q", "bugambilia").extract().asString())
                .isEqualTo(before);
    }
}
