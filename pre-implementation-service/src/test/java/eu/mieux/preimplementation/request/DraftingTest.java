package eu.mieux.preimplementation.request;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.officer;
import static eu.mieux.preimplementation.Given.partner;
import static eu.mieux.preimplementation.Given.requestAt;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class DraftingTest {

    @Test
    void a_draft_is_changed_only_by_whom_has_read_it() {
        String id = Given.drafted("GH", "Read me first");
        Map<String, Object> changed = Given.draft("GH", "Changed");
        json(manager(), changed).put(requestAt(id, "")).then().statusCode(428);
        json(manager().header("If-Match", "\"7\""), changed)
                .put(requestAt(id, ""))
                .then()
                .statusCode(412);
        json(manager().header("If-Match", "\"1\""), changed)
                .put(requestAt(id, ""))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("title", equalTo("Changed"));
    }

    @Test
    void everything_that_is_wrong_with_a_draft_is_said_at_once() {
        Map<String, Object> draft = Given.draft("GH", "Wrong");
        draft.put("authorities", List.of("nobody"));
        draft.put("countries", List.of("GH", "XX", "GH"));
        draft.put("themes", Arrays.asList("WEATHER", null));
        draft.put("languages", List.of("tlh-x"));
        drafted(draft)
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains(
                                "/countries/1",
                                "/countries/2",
                                "/themes/0",
                                "/themes/1",
                                "/languages/0",
                                "/authorities/0"));
        draft = Given.draft("GH", " ");
        drafted(draft).statusCode(422).body("errors.pointer", contains("/title"));
        draft.put("title", "x".repeat(301));
        drafted(draft).statusCode(422).body("errors.pointer", contains("/title"));
        String ghana = Given.authority("GH");
        draft = Given.draft("GH", "Twice");
        draft.put("authorities", List.of(ghana, ghana));
        drafted(draft).statusCode(422).body("errors.pointer", contains("/authorities"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01", "1899-12-31", "2201-01-01"})
    void a_day_that_nobody_can_mean_is_refused(String day) {
        Map<String, Object> draft = Given.draft("GH", "When?");
        draft.put("wishedStart", day);
        drafted(draft).statusCode(422).body("errors.pointer", contains("/wishedStart"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-02-30", "soon", "01/03/2017", "+999999999-12-31", "-0044-03-15"})
    void a_day_that_is_none_is_malformed(String day) {
        Map<String, Object> draft = Given.draft("GH", "When?");
        draft.put("wishedStart", day);
        drafted(draft).statusCode(400).body("errors[0].pointer", equalTo("/wishedStart"));
    }

    @Test
    void a_partner_drafts_for_its_own_authority_only() {
        String own = Given.authority("UG");
        json(partner(own), Given.draft("UG", "Ours"))
                .post("/api/v1/requests")
                .then()
                .statusCode(201);
        json(partner(own), Given.draft("GH", "Theirs"))
                .post("/api/v1/requests")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/authorities"));
    }

    @Test
    void an_officer_drafts_for_her_own_regions_only() {
        json(officer("AFRICA_WEST"), Given.draft("GH", "Mine"))
                .post("/api/v1/requests")
                .then()
                .statusCode(201);
        json(officer("ASIA"), Given.draft("GH", "Not mine"))
                .post("/api/v1/requests")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/countries"));
    }

    @Test
    void a_body_that_cannot_be_read_is_refused_with_its_place() {
        post("{\"title\":\"x\",\"colour\":\"red\"}")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("colour"))
                .body("errors[0].pointer", equalTo("/colour"));
        post("{\"title\":").statusCode(400);
        post("[]").statusCode(400);
        post("{\"title\":\"a\\u0000b\",\"authorities\":[],\"countries\":[],\"themes\":[]}")
                .statusCode(400);
        post("{\"title\":\"x\",\"authorities\":\"one\",\"countries\":[],\"themes\":[]}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/authorities"));
        post("").statusCode(422);
        post("null").statusCode(422);
        post("{\"title\":\"" + "x".repeat(1_100_000) + "\"}").statusCode(413);
        manager()
                .contentType(ContentType.TEXT)
                .body("x")
                .post("/api/v1/requests")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void half_a_character_is_no_text() {
        post("{\"title\":\"a\\ud800b\",\"authorities\":[],\"countries\":[],\"themes\":[]}")
                .statusCode(400);
    }

    private static ValidatableResponse drafted(Map<String, Object> draft) {
        return json(manager(), draft).post("/api/v1/requests").then();
    }

    @Test
    void a_draft_is_saved_piece_by_piece() {
        String id = json(
                        manager(),
                        Map.of("title", "Begun", "authorities", List.of(), "countries", List.of(), "themes", List.of()))
                .post("/api/v1/requests")
                .path("id");
        changed(id, "{\"countries\": [\"BO\"], \"problem\": \"Borders are long.\", \"wishedStart\": \"2030-01-01\"}")
                .statusCode(200)
                .body("title", equalTo("Begun"))
                .body("countries", contains("BO"))
                .body("wishedStart", equalTo("2030-01-01"));
        changed(id, "{\"wishedStart\": null}")
                .statusCode(200)
                .body("wishedStart", nullValue())
                .body("countries", contains("BO"));
        changed(id, "{}").statusCode(422);
        changed(id, "{\"title\": null}").statusCode(422).body("errors.pointer", contains("/title"));
        changed(id, "{\"countries\": [\"XX\"]}").statusCode(422).body("errors.pointer", contains("/countries/0"));
        changed(id, "{\"status\": \"APPROVED\"}").statusCode(400).body("errors.pointer", contains("/status"));
        changed(id, "{\"wishedStart\": \"soon\"}").statusCode(400).body("errors.pointer", contains("/wishedStart"));
        changed(id, "[]").statusCode(400);
        json(manager(), "{\"title\": \"Unread\"}")
                .patch(requestAt(id, ""))
                .then()
                .statusCode(428);
        json(manager().header("If-Match", "\"1\""), "{\"title\": \"Stale\"}")
                .patch(requestAt(id, ""))
                .then()
                .statusCode(412);
        String submitted = Given.submitted("BO", "Too late");
        changed(submitted, "{\"title\": \"Other\"}").statusCode(409);
    }

    private static ValidatableResponse changed(String id, String changes) {
        return json(manager().header("If-Match", "*"), changes)
                .patch(requestAt(id, ""))
                .then();
    }

    private static ValidatableResponse post(String body) {
        return json(manager(), body).post("/api/v1/requests").then();
    }
}
