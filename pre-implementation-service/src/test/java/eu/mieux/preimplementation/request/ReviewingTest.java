package eu.mieux.preimplementation.request;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static eu.mieux.preimplementation.Given.steering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class ReviewingTest {

    @Test
    void a_request_that_every_institution_favours_is_approved_and_names_its_action() {
        String id = heard("CR", "FAVOURABLE");
        decided(
                        id,
                        Map.of(
                                "outcome",
                                "APPROVED",
                                "note",
                                "Good.",
                                "conditions",
                                List.of(Map.of("text", "A counterpart is named."))))
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("decisionNote", equalTo("Good."))
                .body("conditions.text", contains("A counterpart is named."))
                .body("conditions.status", contains("OPEN"))
                .body("actionName", equalTo("Costa Rica I"));
        String second = heard("CR", "NO_OBJECTION");
        decided(second, Map.of("outcome", "APPROVED", "note", "All agree."))
                .statusCode(200)
                .body("actionName", equalTo("Costa Rica II"));
    }

    @Test
    void a_decision_waits_for_every_institution() {
        String id = Given.underReview("BO", "Waiting");
        opinion("HOME", id, "FAVOURABLE").statusCode(200);
        decided(id, Map.of("outcome", "APPROVED", "note", "All agree."))
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:review-not-complete"))
                .body("detail", containsString("EEAS, EUD-BO, INTPA, NEAR"));
    }

    @Test
    void against_an_unfavourable_opinion_it_takes_a_manager_with_a_reason() {
        String id = heard("BO", "FAVOURABLE");
        opinion("NEAR", id, "UNFAVOURABLE").statusCode(200);
        decided(id, Map.of("outcome", "APPROVED", "note", "All agree."))
                .statusCode(422)
                .body("type", equalTo("urn:mieux:problem:against-opinion"))
                .body("errors.pointer", contains("/overrideReason"));
        decided(id, Map.of("outcome", "APPROVED", "note", "Go.", "overrideReason", "NEAR was misinformed."))
                .statusCode(200)
                .body("decisionNote", equalTo("Go. Override: NEAR was misinformed."));
    }

    @Test
    void a_decision_says_why() {
        String id = heard("BO", "FAVOURABLE");
        for (String outcome : List.of("APPROVED", "REJECTED")) {
            decided(id, Map.of("outcome", outcome, "note", " "))
                    .statusCode(422)
                    .body("errors.pointer", contains("/note"));
        }
    }

    @Test
    void what_is_not_eligible_is_approved_only_with_a_reason() {
        String id = heard("CH", "FAVOURABLE");
        decided(id, Map.of("outcome", "APPROVED", "note", "All agree."))
                .statusCode(422)
                .body("type", equalTo("urn:mieux:problem:not-eligible"))
                .body("detail", containsString("Switzerland is covered by no instrument"));
        decided(id, Map.of("outcome", "REJECTED", "note", "Not eligible.")).statusCode(200);
    }

    @Test
    void a_rejection_says_why() {
        String id = heard("BO", "UNFAVOURABLE");
        decided(id, Map.of("outcome", "REJECTED")).statusCode(422).body("errors.pointer", contains("/note"));
        decided(id, Map.of("outcome", "REJECTED", "note", "Done by others."))
                .statusCode(200)
                .body("status", equalTo("REJECTED"))
                .body("actionName", nullValue());
    }

    @Test
    void an_opinion_may_be_revised_until_the_decision() {
        String id = Given.underReview("BO", "Second thoughts");
        opinion("HOME", id, "UNFAVOURABLE").statusCode(200);
        opinion("HOME", id, "FAVOURABLE")
                .statusCode(200)
                .body("opinions.institution", contains("HOME"))
                .body("opinions.opinion", contains("FAVOURABLE"));
    }

    @Test
    void an_opinion_is_that_of_the_callers_institution() {
        String id = Given.underReview("BO", "Whose opinion?");
        json(steering("HOME"), Map.of("opinion", "FAVOURABLE", "institution", "NEAR"))
                .post(requestAt(id, "/opinions"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/institution"));
        opinion("MARE", id, "FAVOURABLE").statusCode(403);
        json(manager(), Map.of("opinion", "FAVOURABLE"))
                .post(requestAt(id, "/opinions"))
                .then()
                .statusCode(422);
        json(steering("HOME").header("If-Match", "\"1\""), Map.of("opinion", "FAVOURABLE"))
                .post(requestAt(id, "/opinions"))
                .then()
                .statusCode(412);
    }

    @Test
    void the_time_for_opinions_lies_ahead_and_within_reason() {
        String id = Given.submitted("BO", "Until when?");
        json(manager(), Map.of("opinionsUntil", "+999999999-12-31"))
                .post(requestAt(id, "/review"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/opinionsUntil"));
        for (String day : List.of("2017-01-01", "2201-01-01")) {
            json(manager(), Map.of("opinionsUntil", day))
                    .post(requestAt(id, "/review"))
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/opinionsUntil"));
        }
        json(manager(), Map.of("opinionsUntil", "2199-01-01"))
                .post(requestAt(id, "/review"))
                .then()
                .statusCode(200)
                .body("reviewUntil", equalTo("2199-01-01"));
    }

    @Test
    void a_request_on_hold_goes_on_where_it_stood() {
        String submitted = Given.submitted("BO", "Early");
        manager().post(requestAt(submitted, "/hold")).then().statusCode(200);
        json(manager(), "{}")
                .post(requestAt(submitted, "/review"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:request-on-hold"));
        manager()
                .post(requestAt(submitted, "/resumption"))
                .then()
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"));
        String underReview = Given.onHold("BO", "Late");
        manager()
                .post(requestAt(underReview, "/resumption"))
                .then()
                .statusCode(200)
                .body("status", equalTo("UNDER_REVIEW"));
    }

    @Test
    void a_partner_sees_the_opinions_when_the_decision_is_made() {
        String id = heard("BO", "FAVOURABLE");
        String authority = Given.authority("BO");
        Given.partner(authority).get(requestAt(id, "")).then().statusCode(200).body("opinions", nullValue());
        decided(id, Map.of("outcome", "APPROVED", "note", "All agree.")).statusCode(200);
        List<String> seen = Given.partner(authority).get(requestAt(id, "")).path("opinions.institution");
        assertThat(seen).containsAll(Given.INSTITUTIONS);
    }

    private static String heard(String country, String verdict) {
        String id = Given.underReview(country, "Heard");
        Given.INSTITUTIONS.forEach(
                institution -> opinion(institution, id, verdict).statusCode(200));
        json(Given.delegation(country), Map.of("opinion", "NO_OBJECTION"))
                .post(requestAt(id, "/opinions"))
                .then()
                .statusCode(200);
        return id;
    }

    private static ValidatableResponse opinion(String institution, String id, String verdict) {
        return json(steering(institution), Map.of("opinion", verdict))
                .post(requestAt(id, "/opinions"))
                .then();
    }

    private static ValidatableResponse decided(String id, Map<String, Object> decision) {
        return json(manager(), decision).post(requestAt(id, "/decision")).then();
    }
}
