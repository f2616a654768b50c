package eu.mieux.implementation.action;

import static eu.mieux.implementation.People.officer;
import static eu.mieux.implementation.People.officerOf;
import static eu.mieux.implementation.People.officerSays;
import static eu.mieux.implementation.People.partner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.Contracts;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.implementation.Elsewhere;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class ActionTest {

    private static final String ACTIONS = "/api/v1/actions/";

    @Test
    void an_endorsed_fiche_becomes_an_action_with_its_activities() {
        String code = Elsewhere.handedOver("cr-ministry");
        String id = officer()
                .get(ACTIONS + code)
                .then()
                .statusCode(200)
                .body("status", equalTo("PREPARATION"))
                .body("name", equalTo("Costa Rica III"))
                .body("objective", equalTo("Labour is counted."))
                .body("officer", equalTo("officer-lac"))
                .body("authorities", contains("cr-ministry"))
                .body("launchedOn", nullValue())
                .body("provenance", nullValue())
                .extract()
                .path("id");
        officer().get(ACTIONS + id).then().statusCode(200).body("code", equalTo(code));
        officer()
                .get(ACTIONS + code + "/activities")
                .then()
                .body("items.number", contains(1, 2))
                .body("items.status", everyItem(equalTo("PLANNED")))
                .body("items[0].city", equalTo("San José"));
        officer()
                .get(ACTIONS + code + "/activities/1")
                .then()
                .body("plannedMonth", equalTo("2031-04"))
                .body("plannedDays", equalTo(5))
                .body("attendance", nullValue());
    }

    @Test
    void a_fiche_that_is_not_endorsed_hands_nothing_over_and_a_second_endorsement_changes_nothing() {
        String code = Elsewhere.unusedCode();
        UUID fiche = UUID.randomUUID();
        try (Elsewhere elsewhere = new Elsewhere()) {
            elsewhere.fiche(fiche, 1, "DRAFT", code, "cr-ministry");
        }
        Elsewhere.handedOver("cr-ministry");
        officer().get(ACTIONS + code).then().statusCode(404);
        try (Elsewhere elsewhere = new Elsewhere()) {
            elsewhere.fiche(fiche, 2, "ENDORSED", code, "cr-ministry");
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> officer().get(ACTIONS + code).statusCode() == 200);
        officer().post(ACTIONS + code + "/launch").then().statusCode(200);
        try (Elsewhere elsewhere = new Elsewhere()) {
            elsewhere.fiche(fiche, 3, "DRAFT", code, "cr-ministry");
            elsewhere.fiche(fiche, 4, "ENDORSED", code, "cr-ministry");
        }
        Elsewhere.handedOver("cr-ministry");
        officer().get(ACTIONS + code).then().body("status", equalTo("ONGOING")).body("version", equalTo(2));
        officer().get(ACTIONS + code + "/activities").then().body("items", hasSize(2));
    }

    @Test
    void who_sees_an_action_and_who_works_on_it() {
        String code = Elsewhere.handedOver("cr-ministry");
        String path = ACTIONS + code;
        officerOf("ASIA").get(path).then().statusCode(404);
        officerOf("ASIA").post(path + "/launch").then().statusCode(404);
        partner("cr-ministry").get(path).then().statusCode(200);
        partner("cr-ministry").get(path + "/activities").then().statusCode(200);
        partner("cr-ministry").post(path + "/launch").then().statusCode(403);
        partner("someone-else").get(path).then().statusCode(404);
        Tokens.as("partner").get(path).then().statusCode(404);
        delegation("CR").get(path).then().statusCode(200);
        delegation("KE").get(path).then().statusCode(404);
        delegation("KE").get("/api/v1/actions").then().body("items.code", not(hasItem(code)));
        for (String role : List.of(
                "steering-member", "emm", "logistics", "monitoring", "knowledge", "communications", "auditor")) {
            Tokens reader = Tokens.of(role).claim("institution", "HOME");
            reader.request().get(path).then().statusCode(200);
            reader.request().post(path + "/launch").then().statusCode(403);
        }
        // Of no institution.
        for (String role : List.of("expert", "ms-focal-point", "client", "steering-member")) {
            Tokens.as(role).get(path).then().statusCode(403);
        }
        Tokens.anonymous().get(path).then().statusCode(401).contentType("application/problem+json");
        Tokens.of("monitoring")
                .claim("roles", List.of("monitoring", "officer"))
                .claim("regions", List.of("ASIA"))
                .request()
                .post(path + "/launch")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:mieux:problem:out-of-reach"));
        Tokens.as("manager").post(path + "/launch").then().statusCode(200);
    }

    @Test
    void a_request_of_a_history_says_whose_its_action_is() {
        String code = Elsewhere.handedOver("nobody");
        try (Elsewhere elsewhere = new Elsewhere()) {
            elsewhere.request(code, List.of("cr-judiciary", "cr-police"));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> partner("cr-police").get(ACTIONS + code).statusCode() == 200);
    }

    @Test
    void actions_are_listed_newest_first_page_by_page_and_narrowed() {
        String first = Elsewhere.handedOver("cr-list");
        String second = Elsewhere.handedOver("cr-list");
        String third = Elsewhere.handedOver("cr-list");
        act(second, "launch", Map.of("on", "2016-05-02")).statusCode(200);
        String next = partner("cr-list")
                .get("/api/v1/actions?limit=2")
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("items.code", contains(third, second))
                .extract()
                .path("next");
        partner("cr-list")
                .get("/api/v1/actions?limit=2&cursor=" + next)
                .then()
                .body("items.code", contains(first))
                .body("next", nullValue());
        partner("cr-list")
                .get("/api/v1/actions?status=ONGOING&year=2016&country=CR&region=" + Elsewhere.REGION)
                .then()
                .body("items.code", contains(second));
        partner("cr-list").get("/api/v1/actions?year=2015").then().body("items", hasSize(0));
        partner("cr-list").get("/api/v1/actions?region=ASIA").then().body("items", hasSize(0));
        partner("cr-list").get("/api/v1/actions?country=KE").then().body("items", hasSize(0));
    }

    @Test
    void nonsense_is_answered_with_a_problem() {
        for (String nonsense : List.of("?cursor=nonsense", "?limit=abc", "?year=99999999999", "?year=x")) {
            officer().get("/api/v1/actions" + nonsense).then().statusCode(400).contentType("application/problem+json");
        }
        officer().get("/api/v1/actions?limit=201").then().statusCode(422);
        officer().get("/api/v1/actions?year=-2147483648").then().statusCode(200);
        officer().get("/api/v1/actions?region=%27%3B--").then().statusCode(422);
        officer().get("/api/v1/actions?status=NO").then().statusCode(422);
        officer().urlEncodingEnabled(false).get(ACTIONS + "a%00b").then().statusCode(400);
        officer().get(ACTIONS + "nothing").then().statusCode(404);
        officer().get(ACTIONS + UUID.randomUUID()).then().statusCode(404);
        officer()
                .delete(ACTIONS + "2017-03")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .header("Allow", "GET, HEAD");
    }

    @Test
    void every_change_is_published_with_the_whole_state() {
        String code = Elsewhere.handedOver("cr-ministry");
        String id = officer().get(ACTIONS + code).path("id");
        act(code, "launch", Map.of()).statusCode(200);
        act(code, "hold", Map.of("reason", "Elections.")).statusCode(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Stream.published("mieux.action"))
                        .filteredOn(e -> e.key().equals(id))
                        .extracting(Stream.Published::type)
                        .containsExactly(
                                "eu.mieux.action-prepared", "eu.mieux.action-launched", "eu.mieux.action-put-on-hold"));
        assertThat(Stream.published("mieux.action")).allSatisfy(event -> kept("action", event.value()));
        assertThat(Stream.published("mieux.activity")).allSatisfy(event -> kept("activity", event.value()));
    }

    @Test
    void of_a_cancelled_action_is_published_since_when_and_what_it_was_until_then() {
        String inPreparation = Elsewhere.handedOver("cr-ministry");
        String onHold = Elsewhere.handedOver("cr-ministry");
        String launched = Elsewhere.handedOver("cr-ministry");
        act(onHold, "hold", Map.of("reason", "Elections.", "on", "2016-03-01")).statusCode(200);
        act(launched, "launch", Map.of("on", "2016-03-02")).statusCode(200);
        for (String code : List.of(inPreparation, onHold, launched)) {
            act(code, "cancellation", Map.of("reason", "Elections.", "on", "2016-03-04"))
                    .statusCode(200);
        }
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(cancelled(inPreparation)).contains("\"cancelledIn\": \"PREPARATION\"");
            assertThat(cancelled(onHold)).contains("\"cancelledIn\": \"ON_HOLD\"");
            assertThat(cancelled(launched)).contains("\"cancelledIn\": \"ONGOING\"");
        });
        for (String code : List.of(inPreparation, onHold, launched)) {
            assertThat(cancelled(code)).contains("\"cancelledOn\": \"2016-03-04\"");
            assertThatCode(() -> kept("action", cancelled(code))).doesNotThrowAnyException();
        }
    }

    /** The state that was published when it was; empty as long as it is not. */
    private static String cancelled(String code) {
        return Stream.published("mieux.action").stream()
                .filter(event -> event.type().equals("eu.mieux.action-cancelled"))
                .map(Stream.Published::value)
                .filter(state -> state.contains("\"%s\"".formatted(code)))
                .findFirst()
                .orElse("");
    }

    private static void kept(String aggregateType, String state) throws IOException {
        Contracts.assertKept(aggregateType, state);
    }

    private static io.restassured.response.ValidatableResponse act(String code, String act, Object body) {
        return officerSays(body).post(ACTIONS + code + "/" + act).then();
    }

    private static io.restassured.specification.RequestSpecification delegation(String country) {
        return Tokens.of("eu-delegation").claim("countries", List.of(country)).request();
    }
}
