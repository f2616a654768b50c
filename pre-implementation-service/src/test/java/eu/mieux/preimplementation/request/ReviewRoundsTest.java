package eu.mieux.preimplementation.request;

import static eu.mieux.preimplementation.Given.delegation;
import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static eu.mieux.preimplementation.Given.steering;
import static eu.mieux.preimplementation.request.Reviews.opinion;
import static eu.mieux.preimplementation.request.Reviews.review;
import static eu.mieux.preimplementation.request.Reviews.voice;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is asked in a review, until when, and for whom one speaks. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class ReviewRoundsTest {

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Brussels"));

    @Test
    void the_steering_institutions_and_the_delegation_to_each_country_are_asked() {
        String id = Given.underReview("BO", "Who is asked?");
        review(id)
                .body("rounds.number", contains(1))
                .body("rounds[0].procedure", equalTo("WRITTEN"))
                .body("rounds[0].voices.institution", contains("EEAS", "EUD-BO", "HOME", "INTPA", "NEAR"))
                .body("awaited", hasItems("EUD-BO", "NEAR"));
    }

    @Test
    void every_opinion_that_was_given_is_kept() {
        String id = Given.underReview("BO", "Second thoughts");
        opinion(steering("HOME"), id, "UNFAVOURABLE").statusCode(200);
        review(id).body("against", contains("HOME"));
        opinion(steering("HOME"), id, "FAVOURABLE").statusCode(200);
        review(id)
                .body(
                        "rounds[0].voices.find { it.institution == 'HOME' }.opinions.opinion",
                        contains("UNFAVOURABLE", "FAVOURABLE"))
                .body("against", equalTo(List.of()))
                .body("awaited", not(hasItem("HOME")));
    }

    @Test
    void all_are_asked_again_with_a_reason_and_a_word_stands_until_there_is_another() {
        String id = Given.underReview("BO", "Asked twice");
        opinion(steering("HOME"), id, "UNFAVOURABLE").statusCode(200);
        json(manager(), "{}")
                .post(requestAt(id, "/review"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
        json(manager(), Map.of("reason", "The ministry has changed its support.", "procedure", "MEETING"))
                .post(requestAt(id, "/review"))
                .then()
                .statusCode(200)
                .body("opinions.opinion", contains("UNFAVOURABLE"));
        review(id)
                .body("rounds.procedure", contains("WRITTEN", "MEETING"))
                .body("rounds.reason", contains(nullValue(), equalTo("The ministry has changed its support.")))
                .body("awaited", hasItem("HOME"))
                .body("against", contains("HOME"));
        opinion(steering("HOME"), id, "FAVOURABLE").statusCode(200).body("opinions[0].round", equalTo(2));
        review(id).body("against", equalTo(List.of()));
    }

    @Test
    void a_delegation_speaks_for_its_country_and_sees_its_own_opinion_alone() {
        String id = Given.underReview("BO", "From La Paz");
        opinion(steering("HOME"), id, "UNFAVOURABLE").statusCode(200);
        opinion(delegation("BO"), id, "FAVOURABLE_WITH_CONDITIONS")
                .statusCode(422)
                .body("errors.pointer", contains("/comment"));
        json(delegation("BO"), Map.of("opinion", "FAVOURABLE_WITH_CONDITIONS", "comment", "A counterpart is named."))
                .post(requestAt(id, "/opinions"))
                .then()
                .statusCode(200)
                .body("opinions.institution", contains("EUD-BO"));
        json(delegation("BO"), Map.of("opinion", "FAVOURABLE", "institution", "HOME"))
                .post(requestAt(id, "/opinions"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/institution"));
        opinion(delegation("CM"), id, "FAVOURABLE")
                .statusCode(404)
                .body("type", equalTo("urn:mieux:problem:not-found"));
        delegation("BO").get(requestAt(id, "/review")).then().statusCode(403);
        Given.partner(Given.authority("BO")).get(requestAt(id, "")).then().body("$", not(hasKey("opinions")));
    }

    @Test
    void an_institution_lets_another_speak_and_takes_that_back() {
        String id = Given.underReview("BO", "In our name");
        voice(steering("NEAR"), id, "EEAS", "delegation", Map.of("to", "NEAR"))
                .statusCode(403)
                .body("type", equalTo("urn:mieux:problem:not-your-institution"));
        voice(steering("EEAS"), id, "EEAS", "delegation", Map.of("to", "EEAS"))
                .statusCode(422)
                .body("errors.pointer", contains("/to"));
        voice(steering("EEAS"), id, "EEAS", "delegation", Map.of("to", "MARE"))
                .statusCode(422)
                .body("errors.pointer", contains("/to"));
        voice(steering("EEAS"), id, "EEAS", "delegation", Map.of("to", "NEAR")).statusCode(200);
        opinion(steering("NEAR"), id, "FAVOURABLE").statusCode(422).body("errors.pointer", contains("/institution"));
        for (String institution : List.of("EEAS", "NEAR")) {
            json(steering("NEAR"), Map.of("opinion", "FAVOURABLE", "institution", institution))
                    .post(requestAt(id, "/opinions"))
                    .then()
                    .statusCode(200);
        }
        Map<String, Object> nobody = new HashMap<>();
        nobody.put("to", null);
        voice(steering("EEAS"), id, "EEAS", "delegation", nobody).statusCode(200);
        json(steering("NEAR"), Map.of("opinion", "UNFAVOURABLE", "institution", "EEAS"))
                .post(requestAt(id, "/opinions"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/institution"));
    }

    @Test
    void whoever_steps_back_is_not_waited_for_and_what_it_said_does_not_count() {
        String id = Given.underReview("BO", "Too near");
        opinion(steering("HOME"), id, "UNFAVOURABLE").statusCode(200);
        voice(steering("EEAS"), id, "EEAS", "delegation", Map.of("to", "HOME")).statusCode(200);
        voice(steering("HOME"), id, "HOME", "recusal", Map.of("reason", " "))
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
        voice(steering("HOME"), id, "HOME", "recusal", Map.of("reason", "Our expert wrote the request."))
                .statusCode(200)
                .body("opinions", nullValue());
        manager().get(requestAt(id, "")).then().body("opinions", equalTo(List.of()));
        review(id)
                .body("awaited", contains("EEAS", "EUD-BO", "INTPA", "NEAR"))
                .body("against", equalTo(List.of()))
                .body("rounds[0].voices.find { it.institution == 'EEAS' }.delegatedTo", nullValue())
                .body(
                        "rounds[0].voices.find { it.institution == 'HOME' }.recusalReason",
                        equalTo("Our expert wrote the request."));
        opinion(steering("HOME"), id, "FAVOURABLE")
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:institution-recused"));
    }

    @Test
    void what_it_said_for_another_does_not_count_either() {
        String id = Given.underReview("BO", "Too near, for two");
        voice(steering("EEAS"), id, "EEAS", "delegation", Map.of("to", "HOME")).statusCode(200);
        json(steering("HOME"), Map.of("opinion", "UNFAVOURABLE", "institution", "EEAS"))
                .post(requestAt(id, "/opinions"))
                .then()
                .statusCode(200);
        opinion(steering("NEAR"), id, "UNFAVOURABLE").statusCode(200);
        review(id).body("against", contains("EEAS", "NEAR"));
        voice(steering("HOME"), id, "HOME", "recusal", Map.of("reason", "Our expert wrote the request."))
                .statusCode(200);
        review(id).body("awaited", contains("EEAS", "EUD-BO", "INTPA")).body("against", contains("NEAR"));
        opinion(steering("EEAS"), id, "FAVOURABLE").statusCode(200);
        review(id).body("awaited", contains("EUD-BO", "INTPA"));
    }

    @Test
    void who_is_silent_when_the_time_is_nearly_over_is_reminded_once_and_again_for_another_deadline() {
        String id = Given.submitted("BO", "Soon");
        json(manager(), Map.of("opinionsUntil", today.plusDays(2).toString()))
                .post(requestAt(id, "/review"))
                .then()
                .statusCode(200);
        await().untilAsserted(() -> review(id).body("rounds[0].voices.remindedOn", hasItem(today.toString())));
        int version = manager().get(requestAt(id, "")).path("version");
        voice(
                        manager(),
                        id,
                        "HOME",
                        "extension",
                        Map.of("until", today.minusDays(1).toString()))
                .statusCode(422)
                .body("errors.pointer", contains("/until"));
        voice(
                        manager(),
                        id,
                        "HOME",
                        "extension",
                        Map.of("until", today.plusDays(9).toString()))
                .statusCode(200)
                .body("version", equalTo(version + 1))
                .body("reviewUntil", equalTo(today.plusDays(9).toString()));
        review(id).body("rounds[0].voices.find { it.institution == 'HOME' }.remindedOn", nullValue());
        voice(
                        manager(),
                        id,
                        "HOME",
                        "extension",
                        Map.of("until", today.plusDays(1).toString()))
                .statusCode(200);
        await().untilAsserted(() -> review(id)
                .body("rounds[0].voices.find { it.institution == 'HOME' }.remindedOn", equalTo(today.toString())));
    }

    @Test
    void nobody_is_asked_who_is_not_known() {
        String id = Given.underReview("BO", "Unknown");
        voice(
                        manager(),
                        id,
                        "MARE",
                        "extension",
                        Map.of("until", today.plusDays(9).toString()))
                .statusCode(422)
                .body("detail", containsString("asked are EEAS, EUD-BO, HOME, INTPA, NEAR"));
        String early = Given.submitted("BO", "Early");
        voice(manager(), early, "HOME", "recusal", Map.of("reason", "Too near."))
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:request-not-under-review"));
    }
}
