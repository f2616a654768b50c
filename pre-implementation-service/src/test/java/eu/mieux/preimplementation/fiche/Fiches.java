package eu.mieux.preimplementation.fiche;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static org.hamcrest.Matchers.equalTo;

import eu.mieux.preimplementation.Given;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.YearMonth;
import java.time.ZoneId;
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

    /** The fiche of a request for a country from whose review an institution has stepped back; its id. */
    public static String draftedWithout(String country, String institution) {
        String request = Given.underReview(country, "Too near to " + institution);
        json(manager(), Map.of("reason", "Its agency would do the training."))
                .post(requestAt(request, "/voices/" + institution + "/recusal"))
                .then()
                .statusCode(200);
        json(manager(), Map.of("outcome", "APPROVED", "overrideReason", "Agreed by telephone."))
                .post(requestAt(request, "/decision"))
                .then()
                .statusCode(200);
        return draftedFor(request);
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

    public static ValidatableResponse saved(RequestSpecification by, String id, Map<String, Object> content) {
        String etag = manager().get(at(id, "")).header("ETag");
        return json(by.header("If-Match", etag), content).put(at(id, "")).then();
    }

    /** A content with so many Activities; change what the test is about. */
    public static Map<String, Object> content(int activities) {
        Map<String, Object> content = new HashMap<>();
        content.put("pillar", "IRREGULAR_MIGRATION");
        content.put("objective", "Forged documents are found.");
        content.put(
                "activities",
                IntStream.rangeClosed(1, activities).mapToObj(Fiches::activity).toList());
        return content;
    }

    /** A content with something in every section; change what the test is about. */
    public static Map<String, Object> whole() {
        Map<String, Object> indicator = Map.of(
                "statement",
                "Officers who pass the test on forged documents",
                "unit",
                "percent",
                "baseline",
                "40",
                "target",
                "80",
                "source",
                "The academy's register");
        Map<String, Object> content = content(6);
        Map<String, Object> first = activity(1);
        first.put(
                "experts",
                List.of(Map.of(
                        "profile",
                        "Trainer on document security",
                        "positions",
                        2,
                        "languages",
                        List.of("es", "en"),
                        "days",
                        5)));
        content.put(
                "activities",
                IntStream.rangeClosed(1, 6)
                        .mapToObj(number -> number == 1 ? first : activity(number))
                        .toList());
        content.put("context", "The police has ten laboratories.\nTwo of them are new.");
        content.put("objectiveIndicators", List.of(indicator));
        content.put(
                "outcomes",
                List.of(Map.of(
                        "statement",
                        "Officers recognise forgeries.",
                        "indicators",
                        List.of(indicator),
                        "outputs",
                        List.of(Map.of("statement", "A handbook.", "indicators", List.of(indicator))))));
        content.put(
                "budget",
                List.of(
                        Map.of(
                                "label",
                                "Trainers",
                                "category",
                                "FEES",
                                "unit",
                                "day",
                                "quantity",
                                "20",
                                "unitCost",
                                "350.00",
                                "amount",
                                "7000.00"),
                        Map.of("label", "Flights", "category", "TRAVEL", "quantity", "4", "unitCost", "1200.00"),
                        Map.of("label", "Printing", "amount", "1250.50")));
        content.put(
                "risks",
                List.of(Map.of(
                        "description",
                        "Elections.",
                        "likelihood",
                        "MEDIUM",
                        "impact",
                        "HIGH",
                        "mitigation",
                        "Start earlier.")));
        content.put("gender", "Half of the trainers are women.");
        content.put("humanRights", "The curriculum covers the right to seek asylum.");
        content.put("environment", "Three of six Activities are held online.");
        content.put("sdgTargets", List.of("10.7", "16.a"));
        content.put("visibility", "A press release and a launch event.");
        return content;
    }

    public static Map<String, Object> activity(int number) {
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
                month(number),
                "days",
                5,
                "country",
                "PE",
                "city",
                "Lima"));
    }

    public static String at(String id, String tail) {
        return FICHES + "/" + id + tail;
    }

    /** The month of next year for which the Activity with this number is planned: never before its request. */
    public static String month(int number) {
        return YearMonth.now(ZoneId.of("Europe/Brussels"))
                .plusYears(1)
                .withMonth(number)
                .toString();
    }
}
