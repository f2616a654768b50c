package eu.mieux.preimplementation.fiche;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class FicheBadInputTest {

    @Test
    void codes_that_are_none_are_named_all_at_once() {
        Map<String, Object> activity = Fiches.activity(1);
        activity.putAll(Map.of("type", "PARTY", "modality", "BY_POST", "country", "XX"));
        Map<String, Object> content = Fiches.content(0);
        content.putAll(Map.of(
                "region",
                "INNER_SPACE",
                "pillar",
                "HERCULES",
                "themes",
                Arrays.asList("WEATHER", null),
                "activities",
                List.of(activity, Fiches.activity(1))));
        drafted(content)
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains(
                                "/region",
                                "/pillar",
                                "/themes/0",
                                "/themes/1",
                                "/activities/0/type",
                                "/activities/0/modality",
                                "/activities/0/country",
                                "/activities/1/number"));
    }

    @Test
    void fields_that_break_a_rule_are_named_all_at_once() {
        Map<String, Object> activity = Fiches.activity(1);
        activity.putAll(Map.of("number", 0, "title", " ", "plannedMonth", "2027-13", "days", 400));
        Map<String, Object> content = Fiches.content(0);
        content.remove("pillar");
        content.putAll(Map.of(
                "activities", List.of(activity),
                "budget", List.of(Map.of("label", "Fees", "amount", "1,000"), Map.of("label", "", "amount", "-1")),
                "risks", Arrays.asList((Object) null),
                "outcomes", List.of(Map.of("statement", "", "outputs", List.of(Map.of("statement", "")))),
                "sdgTargets", List.of("ten")));
        drafted(content)
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/pillar",
                                "/activities/0/number",
                                "/activities/0/title",
                                "/activities/0/plannedMonth",
                                "/activities/0/days",
                                "/budget/0/amount",
                                "/budget/1/label",
                                "/budget/1/amount",
                                "/risks/0",
                                "/outcomes/0/statement",
                                "/outcomes/0/outputs/0/statement",
                                "/sdgTargets/0"));
    }

    @Test
    void a_theme_is_named_once() {
        Map<String, Object> content = Fiches.content(6);
        content.put("themes", List.of("RETURN_AND_READMISSION", "RETURN_AND_READMISSION"));
        drafted(content).statusCode(422).body("errors.pointer", contains("/themes"));
    }

    @Test
    void a_body_that_cannot_be_read_is_refused_with_its_place() {
        Map<String, Object> content = new HashMap<>(Fiches.content(6));
        content.put("colour", "red");
        drafted(content).statusCode(400).body("errors[0].pointer", equalTo("/colour"));
        post("{\"pillar\":").statusCode(400);
        post("{\"pillar\":\"HORIZONTAL\",\"activities\":{}}").statusCode(400);
        post("{\"pillar\":\"HORIZONTAL\",\"activities\":[{\"number\":99999999999999}]}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/activities/0/number"));
        post("{\"pillar\":\"a\\u0000b\"}").statusCode(400);
        post("").statusCode(422);
        post("null").statusCode(422);
        post("{\"context\":\"" + "x".repeat(1_100_000) + "\"}").statusCode(413);
    }

    @Test
    void half_a_character_does_no_harm() {
        post("{\"pillar\":\"HORIZONTAL\",\"objective\":\"a\\ud800b\"}").statusCode(lessThan(500));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?cursor=nonsense",
                "?cursor=AAAA",
                "?limit=0",
                "?limit=abc",
                "?status=NO",
                "/nonsense",
                "/1-1-1-1-1",
                "/%20",
                "/9999-99/versions",
                "/9999-99/versions/99999999999",
            })
    void nonsense_in_the_address_is_a_problem_and_no_fault_of_ours(String tail) {
        manager()
                .urlEncodingEnabled(false)
                .get("/api/v1/action-fiches" + tail)
                .then()
                .statusCode(allOf(greaterThanOrEqualTo(400), lessThan(500)))
                .contentType("application/problem+json");
    }

    private static ValidatableResponse drafted(Map<String, Object> content) {
        return json(manager(), content)
                .post(requestAt(Given.approved("PE", "Bad input"), "/action-fiche"))
                .then();
    }

    private static ValidatableResponse post(String body) {
        return json(manager(), body)
                .post(requestAt(Given.approved("PE", "Bad input"), "/action-fiche"))
                .then();
    }
}
