package eu.mieux.preimplementation.request;

import static eu.mieux.preimplementation.Given.delegation;
import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.partner;
import static eu.mieux.preimplementation.Given.requestAt;
import static eu.mieux.preimplementation.Given.steering;
import static eu.mieux.preimplementation.request.Reviews.opinion;
import static eu.mieux.preimplementation.request.Reviews.review;
import static eu.mieux.preimplementation.request.Reviews.voice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whose word counts in a review, who knows until when, and what is said to those who are asked. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class VoicesTest {

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Brussels"));

    @Test
    void what_a_recused_institution_said_does_not_count_in_the_next_round_either() {
        String id = Given.underReview("BO", "Stepped back");
        opinion(steering("HOME"), id, "UNFAVOURABLE").statusCode(200);
        voice(steering("HOME"), id, "HOME", "recusal", Map.of("reason", "Our expert wrote it."))
                .statusCode(200);
        json(manager(), Map.of("reason", "The support has changed."))
                .post(requestAt(id, "/review"))
                .then()
                .statusCode(200)
                .body("opinions", equalTo(List.of()));
        review(id).body("against", equalTo(List.of())).body("awaited", hasItem("HOME"));
        opinion(steering("HOME"), id, "FAVOURABLE").statusCode(200).body("opinions.opinion", contains("FAVOURABLE"));
    }

    @Test
    void whoever_is_asked_reads_until_when_and_nobody_elses_deadline() {
        String id = Given.underReview("BO", "Until when?");
        String until = today.plusDays(14).toString();
        for (RequestSpecification asked : List.of(delegation("BO"), steering("HOME"))) {
            asked.get(requestAt(id, ""))
                    .then()
                    .statusCode(200)
                    .body("yourVoices.until", contains(until))
                    .body("yourVoices[0].remindedOn", nullValue());
        }
        delegation("BO").get(requestAt(id, "")).then().body("yourVoices.institution", contains("EUD-BO"));
        for (RequestSpecification silent : List.of(partner(Given.authority("BO")), manager())) {
            silent.get(requestAt(id, "")).then().body("$", not(hasKey("yourVoices")));
        }
    }

    @Test
    void an_event_says_of_no_institution_that_it_has_spoken_or_has_not() {
        String id = Given.underReview("BO", "Not told");
        opinion(steering("HOME"), id, "UNFAVOURABLE").statusCode(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Stream.published("mieux.request"))
                        .filteredOn(
                                event -> event.key().equals(id) && event.type().endsWith("request-opinion-given"))
                        .singleElement()
                        .satisfies(event -> {
                            assertThat(event.value())
                                    .contains("UNDER_REVIEW")
                                    .doesNotContain("HOME", "EUD-BO", "UNFAVOURABLE");
                            assertThat(event.header("ce_audience"))
                                    .contains("manager:*", "officer:", "steering-member:*")
                                    .doesNotContain("partner", "eu-delegation");
                        }));
    }

    @Test
    void a_hold_gives_nobody_the_days_back_before_anybody_was_asked() {
        String id = handedInFortyDaysAgo(811);
        json(manager(), Map.of("opinionsUntil", today.plusDays(2).toString()))
                .post(requestAt(id, "/review"))
                .then()
                .statusCode(200);
        await().untilAsserted(() -> review(id).body("rounds[0].voices.remindedOn", hasItem(today.toString())));
        json(manager(), Map.of("since", today.minusDays(5).toString()))
                .post(requestAt(id, "/hold"))
                .then()
                .statusCode(200);
        manager().post(requestAt(id, "/resumption")).then().statusCode(200);
        review(id)
                .body(
                        "rounds[0].voices.until",
                        everyItem(equalTo(today.plusDays(2).toString())))
                .body("rounds[0].voices.remindedOn", hasItem(today.toString()));
    }

    @Test
    void a_delegation_to_several_countries_speaks_for_the_one_that_is_asked() {
        String id = Given.underReview("BO", "One of two");
        json(
                        Tokens.of("eu-delegation")
                                .claim("countries", List.of("BO", "PE"))
                                .request(),
                        Map.of("opinion", "FAVOURABLE"))
                .post(requestAt(id, "/opinions"))
                .then()
                .statusCode(200)
                .body("opinions.institution", contains("EUD-BO"));
    }

    @Test
    void the_decision_names_who_decided() {
        String id = Given.approved("BO", "By whom?");
        for (RequestSpecification reader : List.of(manager(), partner(Given.authority("BO")), steering("HOME"))) {
            reader.get(requestAt(id, ""))
                    .then()
                    .body("decidedBy", equalTo("manager-1"))
                    .body("decidedByName", equalTo("A manager"));
        }
    }

    @Test
    void a_decision_that_comes_too_early_is_told_the_last_day_of_those_who_are_silent() {
        String id = Given.underReview("BO", "Too early");
        voice(
                        manager(),
                        id,
                        "HOME",
                        "extension",
                        Map.of("until", today.plusDays(30).toString()))
                .statusCode(200);
        opinion(steering("HOME"), id, "FAVOURABLE").statusCode(200);
        json(manager(), Map.of("outcome", "APPROVED", "note", "All agree."))
                .post(requestAt(id, "/decision"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:review-not-complete"))
                .body("detail", containsString("until " + today.plusDays(14)));
    }

    @Test
    void who_may_speak_for_another_says_for_which_of_the_two() {
        String id = Given.underReview("BO", "Two voices");
        voice(steering("HOME"), id, "EEAS", "delegation", Map.of("to", "HOME"))
                .statusCode(403)
                .body("detail", containsString("names another"));
        voice(steering("HOME"), id, "HOME", "delegation", Map.of("to", "EEAS")).statusCode(200);
        opinion(steering("EEAS"), id, "FAVOURABLE")
                .statusCode(422)
                .body("errors[0].detail", equalTo("Say whose opinion it is: EEAS, HOME."));
        json(steering("EEAS"), Map.of("opinion", "NO_OBJECTION", "institution", "HOME"))
                .post(requestAt(id, "/opinions"))
                .then()
                .statusCode(200)
                .body("opinions.institution", contains("HOME"));
    }

    @Test
    void who_has_spoken_for_itself_is_spoken_for_by_nobody_else() {
        String id = Given.underReview("BO", "Her own words");
        voice(steering("HOME"), id, "HOME", "delegation", Map.of("to", "EEAS")).statusCode(200);
        opinion(steering("HOME"), id, "FAVOURABLE").statusCode(200);
        json(steering("EEAS"), Map.of("opinion", "UNFAVOURABLE", "institution", "HOME"))
                .post(requestAt(id, "/opinions"))
                .then()
                .statusCode(422)
                .body("errors[0].detail", equalTo("Your opinion is that of EEAS."));
    }

    @Test
    void whom_a_voice_is_lent_to_is_named_as_the_field_that_is_wrong() {
        String id = Given.underReview("BO", "To whom?");
        voice(steering("EEAS"), id, "EEAS", "delegation", Map.of("to", "MARE"))
                .statusCode(422)
                .body("type", equalTo("urn:mieux:problem:institution-not-asked"))
                .body("errors.pointer", contains("/to"));
    }

    @Test
    void a_condition_is_due_on_a_day_that_is_still_to_come() {
        String id = Given.underReview("BO", "Due when?");
        for (String day : List.of(today.minusDays(1).toString(), "9999-12-31")) {
            json(
                            manager(),
                            Map.of(
                                    "outcome",
                                    "APPROVED",
                                    "overrideReason",
                                    "Agreed by telephone.",
                                    "conditions",
                                    List.of(
                                            Map.of("text", "No day."),
                                            Map.of("text", "A counterpart is named.", "dueOn", day))))
                    .post(requestAt(id, "/decision"))
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/conditions/1/dueOn"));
        }
    }

    @Test
    void who_has_stepped_back_gets_no_other_deadline() {
        String id = Given.underReview("BO", "No more time");
        voice(steering("HOME"), id, "HOME", "recusal", Map.of("reason", "Too near."))
                .statusCode(200);
        voice(
                        manager(),
                        id,
                        "HOME",
                        "extension",
                        Map.of("until", today.plusDays(30).toString()))
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:institution-recused"));
    }

    /** A request that a portfolio brought in under review; its reference. */
    private String handedInFortyDaysAgo(int number) {
        String reference = today.minusDays(40).getYear() + "-" + number;
        Given.imported("requests", """
                reference,submitted_on,title,authorities,countries,themes,status,decided_on,decision_note,provenance
                %s,%s,Held,%s,BO,BORDER_MANAGEMENT,UNDER_REVIEW,,,
                """.formatted(reference, today.minusDays(40), Given.authority("BO")));
        return reference;
    }
}
