package eu.mieux.preimplementation.fiche;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.officer;
import static eu.mieux.preimplementation.Given.partner;
import static eu.mieux.preimplementation.Given.requestAt;
import static eu.mieux.preimplementation.Given.steering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class EndorsingTest {

    @Test
    void a_fiche_that_all_three_sides_endorse_is_handed_over_by_event() throws Exception {
        String id = Fiches.drafted("PE");
        Fiches.endorsed(officer("LATIN_AMERICA_CARIBBEAN"), id, Map.of())
                .statusCode(200)
                .body("status", equalTo("DRAFT"));
        Fiches.endorsed(steering("INTPA"), id, Map.of("side", "STEERING_GROUP")).statusCode(200);
        Fiches.endorsed(partner(Given.authority("PE")), id, Map.of("side", "PARTNER", "contentVersion", 1))
                .statusCode(200)
                .body("status", equalTo("ENDORSED"))
                .body("endorsements.side", contains("OFFICER", "STEERING_GROUP", "PARTNER"))
                .body("endorsements.givenBy", contains("officer-1", "steering-member-1", "partner-1"))
                .body("endorsements.givenByName", contains("A officer", "A steering-member", "A partner"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(events(id))
                        .extracting(Stream.Published::type, Stream.Published::version)
                        .containsExactly(
                                tuple("eu.mieux.action-fiche-drafted", 1L),
                                tuple("eu.mieux.action-fiche-endorsement-given", 2L),
                                tuple("eu.mieux.action-fiche-endorsement-given", 3L),
                                tuple("eu.mieux.action-fiche-endorsed", 4L)));
        JsonNode state = new ObjectMapper().readTree(events(id).getLast().value());
        assertThat(state.path("status").asText()).isEqualTo("ENDORSED");
        assertThat(state.path("activities")).hasSize(6);
        assertThat(state.path("activities").path(0).path("plannedMonth").asText())
                .isEqualTo(Fiches.month(1));
    }

    @Test
    void an_endorsed_fiche_can_no_longer_be_changed() {
        String id = Fiches.endorsed(Fiches.drafted("PE"));
        Fiches.saved(manager(), id, Fiches.content(7))
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:fiche-endorsed"));
        Fiches.endorsed(manager(), id, Map.of("side", "OFFICER")).statusCode(409);
    }

    @Test
    void endorsing_twice_changes_nothing() {
        String id = Fiches.drafted("PE");
        Fiches.endorsed(manager(), id, Map.of("side", "OFFICER"))
                .statusCode(200)
                .header("ETag", "\"2\"");
        Fiches.endorsed(manager(), id, Map.of("side", "OFFICER"))
                .statusCode(200)
                .header("ETag", "\"2\"");
    }

    @Test
    void what_nobody_has_read_is_not_endorsed() {
        String id = Fiches.drafted("PE");
        Fiches.saved(manager(), id, Fiches.content(7)).statusCode(200);
        Fiches.endorsed(manager(), id, Map.of("side", "OFFICER", "contentVersion", 1))
                .statusCode(412)
                .body("type", equalTo("urn:mieux:problem:newer-fiche-version"));
        Fiches.endorsed(manager().header("If-Match", "\"1\""), id, Map.of("side", "OFFICER"))
                .statusCode(412);
    }

    @Test
    void nobody_speaks_for_another_side() {
        String id = Fiches.drafted("PE");
        Fiches.endorsed(partner(Given.authority("PE")), id, Map.of("side", "OFFICER"))
                .statusCode(403)
                .body("type", equalTo("urn:mieux:problem:not-your-side"));
        Fiches.endorsed(steering("HOME"), id, Map.of("side", "PARTNER")).statusCode(403);
        Fiches.endorsed(officer("LATIN_AMERICA_CARIBBEAN"), id, Map.of("side", "STEERING_GROUP"))
                .statusCode(403);
        Fiches.endorsed(partner("somebody-else"), id, Map.of("side", "PARTNER")).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FPI", "INTPA2", "EUD-PE", "home"})
    void an_institution_that_does_not_sit_in_the_steering_group_neither_endorses_nor_writes_for_it(String institution) {
        String id = Fiches.drafted("PE");
        Fiches.endorsed(steering(institution), id, Map.of("side", "STEERING_GROUP"))
                .statusCode(403)
                .body("detail", containsString("steering-institutions"));
        Fiches.endorsed(steering(institution), id, Map.of()).statusCode(403);
        Fiches.saved(steering(institution), id, Fiches.content(7)).statusCode(403);
        json(steering(institution), Map.of("section", "BUDGET", "text", "Too dear."))
                .post(Fiches.at(id, "/comments"))
                .then()
                .statusCode(403);
        manager().get(Fiches.at(id, "")).then().body("endorsements", empty()).body("contentVersion", equalTo(1));
        steering(institution).get(Fiches.at(id, "")).then().statusCode(403);
    }

    @Test
    void an_institution_that_stepped_back_for_a_conflict_of_interest_does_not_endorse() {
        String id = Fiches.draftedWithout("PE", "HOME");
        Fiches.endorsed(steering("HOME"), id, Map.of())
                .statusCode(403)
                .body("type", equalTo("urn:mieux:problem:conflict-of-interest"))
                .body("detail", containsString("HOME has stepped back"));
        manager().get(Fiches.at(id, "")).then().body("endorsements", empty());
        Fiches.endorsed(steering("NEAR"), id, Map.of())
                .statusCode(200)
                .body("endorsements.side", contains("STEERING_GROUP"));
    }

    @Test
    void an_institution_that_stepped_back_for_a_conflict_of_interest_reads_the_fiche_and_does_not_write_it() {
        String id = Fiches.draftedWithout("PE", "HOME");
        Fiches.saved(steering("HOME"), id, Fiches.content(7))
                .statusCode(403)
                .body("type", equalTo("urn:mieux:problem:conflict-of-interest"))
                .body("detail", containsString("HOME has stepped back"));
        steering("HOME").get(Fiches.at(id, "")).then().statusCode(200).body("contentVersion", equalTo(1));
        Fiches.saved(steering("NEAR"), id, Fiches.content(7)).statusCode(200).body("contentVersion", equalTo(2));
        Fiches.saved(manager(), id, Fiches.content(6)).statusCode(200).body("contentVersion", equalTo(3));
    }

    @Test
    void what_a_manager_was_told_by_the_others_she_endorses_though_one_has_stepped_back() {
        String request = Given.underReview("PE", "Too near to EEAS");
        json(manager(), Map.of("reason", "It said so by telephone."))
                .post(requestAt(request, "/voices/EEAS/recusal"))
                .then()
                .statusCode(200);
        json(manager(), Map.of("outcome", "APPROVED", "overrideReason", "Agreed by telephone."))
                .post(requestAt(request, "/decision"))
                .then()
                .statusCode(200);
        Fiches.endorsed(manager(), Fiches.draftedFor(request), Map.of("side", "STEERING_GROUP"))
                .statusCode(200);
    }

    @Test
    void whoever_speaks_for_several_sides_says_for_which() {
        String id = Fiches.drafted("PE");
        Fiches.endorsed(manager(), id, Map.of()).statusCode(422).body("errors.pointer", contains("/side"));
        manager().post(Fiches.at(id, "/endorsements")).then().statusCode(422);
        json(manager(), Map.of("side", "EVERYBODY"))
                .post(Fiches.at(id, "/endorsements"))
                .then()
                .statusCode(400);
    }

    private static List<Stream.Published> events(String id) {
        return Stream.published("mieux.action-fiche").stream()
                .filter(event -> event.key().equals(id))
                .toList();
    }
}
