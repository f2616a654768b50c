package eu.mieux.knowledge.publication;

import static eu.mieux.knowledge.Desk.CONFIRMED;
import static eu.mieux.knowledge.Desk.PUBLICATIONS;
import static eu.mieux.knowledge.Desk.act;
import static eu.mieux.knowledge.Desk.article;
import static eu.mieux.knowledge.Desk.drafted;
import static eu.mieux.knowledge.Desk.editor;
import static eu.mieux.knowledge.Desk.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.Contracts;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.knowledge.Desk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class EditorialWorkflowTest {

    @Test
    void a_draft_gets_a_key_of_the_day_and_its_title() {
        editor().body(article("Cérémonie à Abidjan: l'expertise partagée", ""))
                .post(PUBLICATIONS)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", containsString("/api/v1/publications/"))
                .body("status", equalTo("DRAFT"))
                .body("key", matchesPattern("\\d{4}-\\d{2}-\\d{2}-ceremonie-a-abidjan-l-expertise-partagee"));
    }

    @Test
    void a_second_draft_of_the_same_title_gets_a_key_of_its_own() {
        drafted(article("Said twice", ""));

        editor().body(article("Said twice", ""))
                .post(PUBLICATIONS)
                .then()
                .statusCode(201)
                .body("key", endsWith("-said-twice-2"));
    }

    @Test
    void a_draft_is_seen_by_editors_and_the_auditor_only() {
        String id = drafted(article("Not for you yet", ""));

        Tokens.anonymous().get(PUBLICATIONS + "/" + id).then().statusCode(404);
        Tokens.as("partner").get(PUBLICATIONS + "/" + id).then().statusCode(404);
        Tokens.as("auditor").get(PUBLICATIONS + "/" + id).then().statusCode(200);
        Tokens.as("knowledge").get(PUBLICATIONS + "/" + id).then().statusCode(200);
        Tokens.anonymous()
                .get(PUBLICATIONS + "?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(id)));
        Tokens.as("manager").get(PUBLICATIONS).then().body("items.id", hasItem(id));
    }

    @Test
    void what_is_published_needs_no_token() {
        String id = published(article("For everybody", ""));

        Tokens.anonymous()
                .get(PUBLICATIONS + "/" + id)
                .then()
                .statusCode(200)
                .body("publishedOn", notNullValue())
                .body("title", equalTo("For everybody"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"knowledge", "communications", "manager", "auditor", "client"})
    void editors_and_who_reads_over_their_shoulder_see_who_confirmed_and_why_it_was_withdrawn(String role) {
        String id = published(article("Who was it?", ""));
        read(id, role)
                .body("visibilityConfirmedBy", equalTo("communications-1"))
                .body("visibilityConfirmedAt", notNullValue())
                .body("$", not(hasKey("withdrawnBecause")));
        act(id, "withdrawal", "{\"reason\":\"It was not true.\"}").then().statusCode(200);
        read(id, role).body("withdrawnBecause", equalTo("It was not true."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner", "officer", "emm", "monitoring", "expert"})
    void from_the_view_of_others_that_is_absent(String role) {
        read(published(article("Who was it?", "")), role)
                .body("$", not(hasKey("visibilityConfirmedBy")))
                .body("$", not(hasKey("visibilityConfirmedAt")))
                .body("$", not(hasKey("withdrawnBecause")));
    }

    private static ValidatableResponse read(String id, String role) {
        return Tokens.of(role)
                .claim("scope", "publications:read")
                .request()
                .get(PUBLICATIONS + "/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void the_visibility_gate_names_everything_that_is_not_confirmed() {
        String id = drafted(article("At the gate", ""));
        act(id, "review", "").then().statusCode(200);

        act(id, "publication", "{\"emblemConfirmed\":true,\"disclaimerConfirmed\":false}")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", containsInAnyOrder("/fundingStatementConfirmed", "/disclaimerConfirmed"));

        Tokens.as("auditor").get(PUBLICATIONS + "/" + id).then().body("status", equalTo("IN_REVIEW"));
    }

    @Test
    void a_draft_cannot_be_published_without_review() {
        String id = drafted(article("Too eager", ""));

        act(id, "publication", CONFIRMED)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:illegal-publication-step"))
                .body("detail", containsString("DRAFT"));
    }

    @Test
    void nothing_is_published_tomorrow() {
        String id = drafted(article("From the future", ""));
        act(id, "review", "").then().statusCode(200);

        act(id, "publication", CONFIRMED.replace("}", ",\"publishedOn\":\"2199-01-01\"}"))
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/publishedOn")));
    }

    @Test
    void a_review_needs_a_language() {
        String id = drafted("{\"title\":\"Wordless\",\"kind\":\"VIDEO\",\"languages\":[]}");

        act(id, "review", "").then().statusCode(422).body("errors.pointer", equalTo(List.of("/languages")));
    }

    @Test
    void a_withdrawn_publication_is_gone_for_readers_and_can_become_a_draft_again() {
        String id = published(article("Too good to be true", ""));

        act(id, "withdrawal", "{\"reason\":\"It was not true.\"}").then().statusCode(200);
        Tokens.anonymous().get(PUBLICATIONS + "/" + id).then().statusCode(404);

        act(id, "return", "")
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("publishedOn", nullValue())
                .body("visibilityConfirmedBy", nullValue());
    }

    @Test
    void only_a_draft_can_be_revised_and_only_its_latest_version() {
        String id = drafted(article("First words", ""));

        editor().body(article("Better words", ""))
                .put(PUBLICATIONS + "/" + id)
                .then()
                .statusCode(428);
        editor().header("If-Match", "\"7\"")
                .body(article("Better words", ""))
                .put(PUBLICATIONS + "/" + id)
                .then()
                .statusCode(412);
        editor().header("If-Match", "\"1\"")
                .body(article("Better words", ""))
                .put(PUBLICATIONS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("title", equalTo("Better words"));
        act(id, "review", "").then().statusCode(200);
        editor().header("If-Match", "\"3\"")
                .body(article("Too late", ""))
                .put(PUBLICATIONS + "/" + id)
                .then()
                .statusCode(409);
    }

    @Test
    void a_publication_may_tell_of_an_action_that_this_service_has_heard_of() {
        Desk.actionKnown("2021-03", "Brazil II", "BR", "ASYLUM");

        String id = published(article("In Brazil", "\"actionCodes\":[\"2021-03\"]"));

        Tokens.anonymous().get(PUBLICATIONS + "?action=2021-03").then().body("items.id", hasItem(id));
    }

    @Test
    void every_step_is_published_as_the_contract_says() throws IOException {
        String id = published(article("On the record", "\"countries\":[\"KZ\"],\"themes\":[\"ASYLUM\"]"));
        act(id, "withdrawal", "{\"reason\":\"Shown.\"}").then().statusCode(200);

        await().atMost(Duration.ofSeconds(20)).until(() -> onTheTopic(id, 4));
        List<Stream.Published> events = Stream.published("mieux.publication").stream()
                .filter(e -> e.key().equals(id))
                .toList();
        assertThat(events)
                .extracting(Stream.Published::type)
                .containsExactly(
                        "eu.mieux.publication-drafted",
                        "eu.mieux.publication-review-started",
                        "eu.mieux.publication-published",
                        "eu.mieux.publication-withdrawn");
        for (Stream.Published event : events) {
            Contracts.assertKept("publication", event.value());
        }
    }

    private static boolean onTheTopic(String id, int many) {
        return Stream.published("mieux.publication").stream()
                        .filter(e -> e.key().equals(id))
                        .count()
                == many;
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        for (int i = 0; i < 5; i++) {
            published("{\"title\":\"Leaf %d\",\"kind\":\"STUDY\",\"languages\":[\"en\"],\"themes\":[\"HEALTH\"]}"
                    .formatted(i));
        }
        List<String> all = Tokens.anonymous()
                .get(PUBLICATIONS + "?theme=HEALTH&kind=STUDY")
                .path("items.id");
        List<String> leafed = new ArrayList<>();
        String cursor = "";
        do {
            var page = Tokens.anonymous().get(PUBLICATIONS + "?theme=HEALTH&kind=STUDY&limit=2&cursor=" + cursor);
            leafed.addAll(page.path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);
        assertThat(leafed).hasSizeGreaterThanOrEqualTo(5).isEqualTo(all);
    }
}
