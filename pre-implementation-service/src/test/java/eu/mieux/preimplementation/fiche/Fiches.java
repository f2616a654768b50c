package eu.mieux.preimplementation.fiche;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static org.hamcrest.Matchers.equalTo;

import eu.mieux.preimplementation.Given;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Action Fiches that a test starts from. */
public final class Fiches {

    private static final String FICHES = "/api/v1/action-fiches";

    private Fiches() {}

    /** The fiche of an approved request for a country; its id. */
    public static String drafted(String country) {
        return draftedFor(Given.approved(country, "To become an Action"));
    }

    /** The fiche of this approved request; its id. */
    public static String draftedFor(String request) {
        return json(manager(), content(6))
                .post(requestAt(request, "/action-fiche"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Endorses it for all sides. */
    public static String endorsed(String id) {
        for (String side : List.of("OFFICER", "STEERING_GROUP", "PARTNER")) {
            endorsed(manager(), id, Map.of("side", side)).statusCode(200);
        }
        manager().get(at(id, "")).then().body("status", equalTo("ENDORSED"));
        return id;
    }

    static ValidatableResponse endorsed(RequestSpecification by, String id, Map<String, Object> command) {
        return json(by, command).post(at(id, "/endorsements")).then();
    }

    static ValidatableResponse saved(RequestSpecification by, String id, Map<String, Object> content) {
        String etag = manager().get(at(id, "")).header("ETag");
        return json(by.header("If-Match", etag), content).put(at(id, "")).then();
    }

    /** A content with so many Activities; change what the test is about. */
    static Map<String, Object> content(int activities) {
        Map<String, Object> content = new HashMap<>();
        content.put("pillar", "IRREGULAR_MIGRATION");
        content.put("objective", "Forged documents are found.");
        content.put(
                "activities",
                IntStream.rangeClosed(1, activities).mapToObj(Fiches::activity).toList());
        return content;
    }

    static Map<String, Object> activity(int number) {
        return new HashMap<>(Map.of(
                "number",
                number,
                "type",
                "TRAINING",
                "title",
                "Training " + number,
                "modality",
                "ON_SITE",
                "plannedMonth",
                "2027-%02d".formatted(number),
                "days",
                5,
                "country",
                "PE",
                "city",
                "Lima"));
    }

    static String at(String id, String tail) {
        return FICHES + "/" + id + tail;
    }
}
