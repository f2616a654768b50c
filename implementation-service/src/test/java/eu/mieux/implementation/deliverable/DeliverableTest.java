package eu.mieux.implementation.deliverable;

import static eu.mieux.implementation.People.officer;
import static eu.mieux.implementation.People.officerSays;
import static eu.mieux.implementation.People.partner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.implementation.Elsewhere;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class DeliverableTest {

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Brussels"));
    private static final Map<String, Object> HANDBOOK =
            Map.of("title", "Handbook", "type", "HANDBOOK", "languages", List.of("es", "en"));

    @Test
    void a_deliverable_is_drafted_validated_and_handed_over() {
        String all = "/api/v1/actions/" + Elsewhere.handedOver("cr-ministry") + "/deliverables/";
        String id = officerSays(HANDBOOK)
                .post(all)
                .then()
                .statusCode(201)
                .body("status", equalTo("DRAFTING"))
                .body("languages", contains("es", "en"))
                .extract()
                .path("id");
        handOver(all + id, Map.of("receivedBy", "Ministry")).statusCode(409);
        officerSays(Map.of("title", "Handbook on labour", "type", "HANDBOOK"))
                .header("If-Match", "\"1\"")
                .put(all + id)
                .then()
                .statusCode(200)
                .body("title", equalTo("Handbook on labour"));
        officerSays(Map.of("on", today.minusDays(3).toString()))
                .post(all + id + "/validation")
                .then()
                .statusCode(200)
                .body("status", equalTo("VALIDATED"));
        officerSays(HANDBOOK).header("If-Match", "\"3\"").put(all + id).then().statusCode(409);
        handOver(all + id, Map.of()).statusCode(422).body("errors.pointer", contains("/receivedBy"));
        handOver(
                        all + id,
                        Map.of(
                                "receivedBy",
                                "Ministry",
                                "on",
                                today.minusDays(4).toString()))
                .statusCode(422)
                .body("errors.pointer", contains("/on"));
        handOver(all + id, Map.of("receivedBy", "Ministry"))
                .statusCode(200)
                .body("status", equalTo("HANDED_OVER"))
                .body("handedOverOn", equalTo(today.toString()))
                .body("receivedBy", equalTo("Ministry"));
        officer().post(all + id + "/validation").then().statusCode(409);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Stream.published("mieux.deliverable"))
                        .filteredOn(e -> e.key().equals(id))
                        .extracting(Stream.Published::type)
                        .containsExactly(
                                "eu.mieux.deliverable-drafted",
                                "eu.mieux.deliverable-revised",
                                "eu.mieux.deliverable-validated",
                                "eu.mieux.deliverable-handed-over"));
    }

    @Test
    void a_title_stands_once_in_its_action() {
        String all = "/api/v1/actions/" + Elsewhere.handedOver("cr-ministry") + "/deliverables/";
        officerSays(HANDBOOK).post(all).then().statusCode(201);
        officerSays(HANDBOOK).post(all).then().statusCode(422).body("errors.pointer", contains("/title"));
        officerSays(Map.of("title", "Song", "type", "SONG", "languages", List.of("es", "tlh", "es")))
                .post(all)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/type", "/languages", "/languages/1"));
        officer().get(all).then().body("items.title", contains("Handbook"));
        officer().get(all + "?status=VALIDATED").then().body("items.size()", equalTo(0));
    }

    @Test
    void who_sees_the_action_sees_its_deliverables() {
        String all = "/api/v1/actions/" + Elsewhere.handedOver("cr-ministry") + "/deliverables/";
        String id =
                officerSays(HANDBOOK).post(all).then().statusCode(201).extract().path("id");
        partner("cr-ministry").get(all + id).then().statusCode(200);
        partner("cr-ministry").post(all + id + "/validation").then().statusCode(403);
        partner("other").get(all + id).then().statusCode(404);
        officer().get(all + UUID.randomUUID()).then().statusCode(404);
        officer().get(all + "nothing").then().statusCode(400);
        String another = "/api/v1/actions/" + Elsewhere.handedOver("cr-ministry") + "/deliverables/";
        officer().get(another + id).then().statusCode(404);
    }

    private static io.restassured.response.ValidatableResponse handOver(String path, Map<String, Object> command) {
        return officerSays(command).post(path + "/handover").then();
    }
}
